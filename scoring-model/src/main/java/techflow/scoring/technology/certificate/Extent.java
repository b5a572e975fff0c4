package techflow.scoring.technology.certificate;

/**
 * A number as far as it is known: from the least to the most that it can be. The two are equal when it is known.
 *
 * @param low the least it can be, −∞ when nothing is known
 * @param high the most it can be, not below {@code low}, ∞ when nothing is known
 */
public record Extent(double low, double high) {
    /** Nothing is known of it, except that it is 0 or more. */
    static final Extent ANY_AMOUNT = new Extent(0, Double.POSITIVE_INFINITY);

    /** Nothing at all is known of it. */
    static final Extent ANYTHING = new Extent(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Extent {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an extent must not end below its begin, found " + low + " to " + high);
        }
    }

    static Extent exactly(double value) {
        return new Extent(value, value);
    }

    static Extent atLeast(double value) {
        return new Extent(value, Double.POSITIVE_INFINITY);
    }

    public boolean isKnown() {
        return low == high;
    }

    Extent plus(Extent other) {
        return new Extent(low + other.low, high + other.high);
    }

    Extent atMost(double cap) {
        return new Extent(Math.min(low, cap), Math.min(high, cap));
    }

    /** The greater of the two, as far as both are known. */
    Extent max(Extent other) {
        return new Extent(Math.max(low, other.low), Math.max(high, other.high));
    }

    Answer reaches(double limit) {
        if (low >= limit) {
            return Answer.MET;
        }
        return high < limit ? Answer.NOT_MET : Answer.OPEN;
    }

    Answer exceeds(double limit) {
        if (low > limit) {
            return Answer.MET;
        }
        return high <= limit ? Answer.NOT_MET : Answer.OPEN;
    }

    Answer staysWithin(double limit) {
        if (high <= limit) {
            return Answer.MET;
        }
        return low > limit ? Answer.NOT_MET : Answer.OPEN;
    }
}
