package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureValue;
import techflow.scoring.bins.Counted;
import techflow.scoring.bins.Cuts;
import techflow.scoring.bins.Editing;
import techflow.scoring.bins.FeatureBins;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.WeightOfEvidence;
import techflow.scoring.training.TrainingSettings.BinningSettings;

/**
 * Bins one feature: narrow quantile cells, joined in the best of all ways that follow the declared direction and whose
 * bins can be trusted; see {@link OptimalCuts}.
 *
 * <p>Declared special values have bins of their own, and so has a reason of missing that is frequent and behaves unlike
 * the other missing rows. Missing bins have the WoE that training saw, with two guards: few missing rows get WoE 0, the
 * average; and missing never scores better than the best known bin, so that nobody gains by withholding what would be
 * best. A special code with few rows gets WoE 0 too, but may be the best of all: it is told, not withheld.
 */
public final class BinningFitter {
    /** A label needs this part of the share of a bin to have a rate of its own. */
    private static final double COMMON_LABEL = 0.2;

    private final BinningSettings settings;

    public BinningFitter(BinningSettings settings) {
        this.settings = settings;
    }

    /** The bins of a column; empty when its known values fall into one bin and no other bin tells anything either. */
    public Optional<Binning> fit(TrainingSet set, int column, Direction direction) {
        return fit(set, new Candidate(set.schema().columns().get(column).name(), direction));
    }

    /** As the other form, with the special values of the candidate. */
    public Optional<Binning> fit(TrainingSet set, Candidate candidate) {
        int column = set.position(candidate.feature());
        SpecialRows rows = new SpecialRows(set, column, candidate.specials());
        if (Arrays.stream(rows.known()).allMatch(Double::isNaN)) {
            return Optional.empty();
        }
        Column definition = set.schema().columns().get(column);
        List<Bin> bins = definition.labels().isEmpty()
                ? numeric(rows, set.bads(), candidate.direction())
                : categories(rows, set.bads(), definition.labels());
        List<FeatureValue> apart = new ArrayList<>(candidate.specials());
        apart.addAll(rows.distinctReasons(settings).stream()
                .filter(reason -> !apart.contains(reason))
                .toList());
        Binning binning = withSpecials(definition, bins, rows, apart);
        boolean flat = bins.size() == 1 && binning.all().stream().skip(1).allMatch(bin -> bin.woe() == 0);
        return flat ? Optional.empty() : Optional.of(binning);
    }

    /**
     * Counts a column in bins that experts settled. The guards on missing bins hold as for fitted bins.
     *
     * @throws techflow.problem.ModelFault SETTING_INVALID when WoE contradicts the declared direction and nobody let it
     */
    public Counted at(TrainingSet set, FeatureBins settled) {
        int column = set.position(settled.feature());
        SpecialRows rows = new SpecialRows(set, column, settled.specials());
        Column definition = set.schema().columns().get(column);
        List<Bin> bins = switch (settled.cuts()) {
            case Cuts.Numbers numbers -> atCuts(rows, set.bads(), numbers.at());
            case Cuts.Labels labels -> atGroups(rows, set.bads(), definition.labels(), labels.groups());
        };
        Binning binning = withSpecials(definition, bins, rows, settled.specials());
        Counted counted = new Counted(binning, WeightOfEvidence.informationValue(binning));
        Editing.requireDirection(settled, counted);
        return counted;
    }

    private List<Bin> atCuts(SpecialRows rows, boolean[] bads, List<Double> cuts) {
        FineCells cells = FineCells.at(cuts, new FineCells.Sorted(rows.known(), bads));
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < cells.counts().size(); i++) {
            Counts counts = cells.counts().get(i);
            bins.add(new Bin.NumericBin(
                    cells.edges().get(i), cells.edges().get(i + 1), woe(counts, rows.total()), counts));
        }
        return bins;
    }

    private List<Bin> atGroups(SpecialRows rows, boolean[] bads, List<String> labels, List<List<String>> groups) {
        Counts[] seen = LabelCells.counts(labels.size(), rows.known(), bads);
        return groups.stream()
                .<Bin>map(group -> {
                    Counts counts = group.stream()
                            .filter(labels::contains)
                            .map(label -> seen[labels.indexOf(label)])
                            .reduce(new Counts(0, 0), Cells::sum);
                    return new Bin.CategoryBin(group, woe(counts, rows.total()), counts);
                })
                .toList();
    }

    private Binning withSpecials(Column definition, List<Bin> bins, SpecialRows rows, List<FeatureValue> apart) {
        double best = bins.stream().mapToDouble(Bin::woe).max().orElseThrow();
        List<Bin.SpecialBin> specials = apart.stream()
                .map(value -> new Bin.SpecialBin(
                        value,
                        guarded(
                                rows.of(value),
                                rows.total(),
                                value instanceof FeatureValue.Missing ? best : Double.POSITIVE_INFINITY),
                        rows.of(value)))
                .toList();
        Counts missing = rows.missing(apart);
        return new Binning(
                definition.name(), bins, new Bin.MissingBin(guarded(missing, rows.total(), best), missing), specials);
    }

    private double woe(Counts counts, Counts total) {
        return WeightOfEvidence.of(counts, total, settings.prior());
    }

    private double guarded(Counts counts, Counts total, double best) {
        boolean few = counts.total() < settings.leastMissingRows();
        return Math.min(best, few ? 0 : woe(counts, total));
    }

    private List<Bin> numeric(SpecialRows rows, boolean[] bads, Direction direction) {
        FineCells.Sorted known = new FineCells.Sorted(rows.known(), bads);
        FineCells fine = FineCells.quantiles(known, (double) known.size() / settings.fineBins());
        return new OptimalCuts(fine.counts(), rows.total(), settings, direction)
                .ranges().stream()
                        .<Bin>map(range -> new Bin.NumericBin(
                                fine.edges().get(range.first()),
                                fine.edges().get(range.last() + 1),
                                woe(range.counts(), rows.total()),
                                range.counts()))
                        .toList();
    }

    /** A label that training never saw is in no bin. */
    private List<Bin> categories(SpecialRows rows, boolean[] bads, List<String> labels) {
        Counts total = rows.total();
        double common = COMMON_LABEL * settings.leastShare() * total.total();
        LabelCells cells = LabelCells.of(labels, rows.known(), bads, total, settings.prior(), common);
        return new OptimalCuts(cells.counts(), total, settings, Direction.SAFER_WHEN_HIGHER)
                .ranges().stream()
                        .<Bin>map(range -> new Bin.CategoryBin(
                                labelsOf(cells, range, labels), woe(range.counts(), total), range.counts()))
                        .toList();
    }

    private static List<String> labelsOf(LabelCells cells, Cells.Range range, List<String> order) {
        return cells.labels().subList(range.first(), range.last() + 1).stream()
                .flatMap(List::stream)
                .sorted(java.util.Comparator.comparingInt(order::indexOf))
                .toList();
    }
}
