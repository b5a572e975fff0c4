package techflow.features.signal;

/**
 * An amount in renminbi, exact to the fen (分, RMB 0.01). May be negative: a red invoice or a refund.
 *
 * @param fen the amount in fen
 */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    private static final double LIMIT_YUAN = 9e13;

    /**
     * From yuan, rounded to the fen.
     *
     * @throws IllegalArgumentException unless the amount is finite and below 90 trillion yuan: NaN is not zero
     */
    public static Money ofYuan(double yuan) {
        if (!(Math.abs(yuan) < LIMIT_YUAN)) {
            throw new IllegalArgumentException("an amount must be finite and below 90 trillion yuan, found " + yuan);
        }
        return new Money(Math.round(yuan * 100));
    }

    /**
     * From plain decimal text in yuan, such as {@code 12345.67} or {@code -0.1}; a third decimal is rounded half up.
     *
     * @throws NumberFormatException for anything else, exponents and more than 15 digits before the point included
     */
    public static Money parseYuan(String yuan) {
        return new Money(CellText.fen(TextCell.of(yuan)));
    }

    public double yuan() {
        return fen / 100.0;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public boolean isPositive() {
        return fen > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals, the form that {@link #parseYuan} reads. */
    @Override
    public String toString() {
        long yuan = fen / 100;
        long rest = Math.abs(fen % 100);
        return (fen < 0 && yuan == 0 ? "-0" : yuan) + (rest < 10 ? ".0" : ".") + rest;
    }
}
