package techflow.scoring.validation;

/**
 * Rows that were looked at and left out, firms times as-of days.
 *
 * @param considered all rows: every firm with an outcome at every as-of day
 * @param withoutLabel in default already, or not observed through the outcome window
 * @param notYetKnown nothing was known of the firm at the as-of day
 */
public record Exclusions(long considered, long withoutLabel, long notYetKnown) {
    /** When the rows came from elsewhere and nothing is known of others. */
    public static Exclusions none(int rows) {
        return new Exclusions(rows, 0, 0);
    }
}
