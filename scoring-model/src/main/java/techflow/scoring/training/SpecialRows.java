package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.training.TrainingSettings.BinningSettings;

/** Splits a column into special values, missing ones by reason, and what is left to be binned. */
final class SpecialRows {
    private final double[] known;
    private final Map<FeatureValue, Counts> counts = new LinkedHashMap<>();
    private final Counts total;

    /** @param specials the values that were declared special */
    SpecialRows(TrainingSet set, int column, List<FeatureValue> specials) {
        known = new double[set.size()];
        boolean[] bads = set.bads();
        for (int row = 0; row < known.length; row++) {
            FeatureValue value = set.value(row, column);
            boolean special = value instanceof FeatureValue.Missing || specials.contains(value);
            known[row] = special ? Double.NaN : set.number(row, column);
            if (special) {
                counts.merge(value, one(bads[row]), Cells::sum);
            }
        }
        long bad = set.badCount();
        total = new Counts(set.size() - bad, bad);
    }

    private static Counts one(boolean bad) {
        return bad ? new Counts(0, 1) : new Counts(1, 0);
    }

    /** By row the number or the index of the label, NaN where missing or special. */
    double[] known() {
        return known;
    }

    /** Goods and bads of all rows. */
    Counts total() {
        return total;
    }

    Counts of(FeatureValue value) {
        return counts.getOrDefault(value, new Counts(0, 0));
    }

    /** The reasons of missing that have enough rows and differ enough from the other missing rows. */
    List<FeatureValue> distinctReasons(BinningSettings settings) {
        List<FeatureValue> distinct = new ArrayList<>();
        Counts rest = missing(List.of());
        for (MissingReason reason : MissingReason.values()) {
            FeatureValue value = FeatureValue.missing(reason);
            Counts own = of(value);
            Counts others = new Counts(rest.good() - own.good(), rest.bad() - own.bad());
            boolean enough = own.total() >= settings.leastMissingRows()
                    && others.total() >= settings.leastMissingRows()
                    && own.bad() >= settings.leastBads();
            if (enough && Cells.gain(own, others) >= settings.leastGain()) {
                distinct.add(value);
                rest = others;
            }
        }
        return distinct;
    }

    /** Missing rows but for those of the reasons that have a bin of their own. */
    Counts missing(List<FeatureValue> apart) {
        return Arrays.stream(MissingReason.values())
                .map(FeatureValue::missing)
                .filter(value -> !apart.contains(value))
                .map(this::of)
                .reduce(new Counts(0, 0), Cells::sum);
    }
}
