package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.scoring.training.FeatureProfile.Distribution;
import techflow.scoring.training.TrainingSettings.BinningSettings;

/** Looks at each feature of a training set alone: coverage, distribution and information value, with training's own bins. */
public final class FeatureScreen {
    private static final int CELLS = 12;

    private final BinningFitter binning;

    public FeatureScreen(BinningSettings settings) {
        this.binning = new BinningFitter(settings);
    }

    /** One profile per definition, in their order. */
    public List<FeatureProfile> profiles(TrainingSet set, List<FeatureDefinition> definitions) {
        return definitions.stream().map(one -> profile(set, one)).toList();
    }

    private FeatureProfile profile(TrainingSet set, FeatureDefinition definition) {
        int column = set.position(definition.name());
        Map<MissingReason, Integer> missing = new EnumMap<>(MissingReason.class);
        Map<String, Integer> labels = new LinkedHashMap<>();
        for (int row = 0; row < set.size(); row++) {
            switch (set.value(row, column)) {
                case FeatureValue.Missing none -> missing.merge(none.reason(), 1, Integer::sum);
                case FeatureValue.Category category -> labels.merge(category.label(), 1, Integer::sum);
                case FeatureValue.Numeric numeric -> {}
            }
        }
        return new FeatureProfile(
                definition,
                set.size(),
                missing,
                definition.labels().isEmpty() ? distribution(set.column(column)) : Optional.empty(),
                labels,
                informationValue(set, column, definition));
    }

    /** Needs both outcomes; without a default, or with defaults only, nothing can separate them. */
    private OptionalDouble informationValue(TrainingSet set, int column, FeatureDefinition definition) {
        int bads = set.badCount();
        if (bads == 0 || bads == set.size()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(binning.fit(set, column, definition.direction())
                .map(FittedBinning::of)
                .map(FittedBinning::informationValue)
                .orElse(0.0));
    }

    private static Optional<Distribution> distribution(double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        double low = quantile(known, 0.05);
        double high = quantile(known, 0.95);
        int[] cells = new int[CELLS];
        for (double value : known) {
            double place = high > low ? (value - low) / (high - low) * CELLS : 0;
            cells[(int) Math.clamp(Math.floor(place), 0, CELLS - 1)]++;
        }
        List<Integer> histogram = new ArrayList<>();
        Arrays.stream(cells).forEach(histogram::add);
        return Optional.of(
                new Distribution(known[0], low, quantile(known, 0.5), high, known[known.length - 1], histogram));
    }

    /** The nearest-rank quantile: always a value that occurs. */
    private static double quantile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
