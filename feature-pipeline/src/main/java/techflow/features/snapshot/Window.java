package techflow.features.snapshot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A half-open stretch of days {@code [from, to)}.
 *
 * @param from first day inside
 * @param to first day after; not before {@code from}
 */
public record Window(LocalDate from, LocalDate to) {
    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a window must not end before it begins, found [" + from + ", " + to + ")");
        }
    }

    /** The last {@code months} months before the as-of day, which is outside. */
    public static Window months(AsOf asOf, int months) {
        return new Window(asOf.date().minusMonths(months), asOf.date());
    }

    /** The last {@code years} years before the as-of day, which is outside. */
    public static Window years(AsOf asOf, int years) {
        return new Window(asOf.date().minusYears(years), asOf.date());
    }

    /**
     * The {@code count} whole calendar months that end {@code lag} whole months before the as-of month: with lag 0 the
     * last of them is the month before the as-of month.
     */
    public static Window wholeMonths(AsOf asOf, int lag, int count) {
        YearMonth end = YearMonth.from(asOf.date()).minusMonths(lag);
        return new Window(end.minusMonths(count).atDay(1), end.atDay(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }
}
