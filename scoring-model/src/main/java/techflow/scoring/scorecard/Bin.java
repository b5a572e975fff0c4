package techflow.scoring.scorecard;

import java.util.List;

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

    /** Missing values and categories never seen. */
    record MissingBin(double woe, Counts counts) implements Bin {}
}
