package techflow.features.signal;

/**
 * The yearly tax credit rating (纳税缴费信用级别), evaluated in April for the previous calendar year; since 2025-07-01
 * under 《纳税缴费信用管理办法》, STA Announcement 2025 No. 12.
 *
 * @param year the calendar year that was rated
 * @param level the level
 */
public record TaxRating(SignalHeader header, int year, Level level) implements Signal {
    /** From best to worst: A (90 and more), B (70–90), M (new or without income), C (40–70), D. */
    public enum Level {
        A,
        B,
        M,
        C,
        D
    }

    @Override
    public String naturalKey() {
        return Integer.toString(year);
    }

    @Override
    public SignalKind kind() {
        return SignalKind.TAX_RATING;
    }
}
