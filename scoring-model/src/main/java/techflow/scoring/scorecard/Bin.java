package techflow.scoring.scorecard;

import java.util.List;
import techflow.features.definition.FeatureValue;

/** One bin with its weight of evidence and what training saw in it. */
public sealed interface Bin {
    /** ln(%good / %bad) of the bin: higher is safer. */
    double woe();

    /** Goods and bads that training saw, both 0 or more. */
    Counts counts();

    /** How many training rows fell into the bin. */
    record Counts(long good, long bad) {
        public long total() {
            return good + bad;
        }
    }

    /** Numbers in {@code [from, to)}; the ends may be infinite. */
    record NumericBin(double from, double to, double woe, Counts counts) implements Bin {
        public boolean contains(double value) {
            return value >= from && value < to;
        }
    }

    /** Some categories. */
    record CategoryBin(List<String> labels, double woe, Counts counts) implements Bin {
        public CategoryBin {
            labels = List.copyOf(labels);
        }
    }

    /**
     * One exact value that means something of its own: a code such as −99, or one reason of missing.
     *
     * @param value the number, the label or the missing value that falls here and nowhere else
     */
    record SpecialBin(FeatureValue value, double woe, Counts counts) implements Bin {}

    /** Missing values and categories never seen, unless they have a special bin. */
    record MissingBin(double woe, Counts counts) implements Bin {}
}
