package techflow.features.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What every signal carries.
 *
 * @param enterprise whom it is about
 * @param occurredAt the day it happened, or the last day of the period it sums up; from 1900 to 2199
 * @param knownAt the instant from which a lender could have known it: publication, not fetching. Never before the start
 *     of {@code occurredAt} in China: nothing is known before it happened; from 1900 to 2199, kept to the microsecond,
 *     the precision of the database
 * @param source the system that supplied it, such as {@code CNIPA} or {@code STA}; not blank
 */
public record SignalHeader(EnterpriseId enterprise, LocalDate occurredAt, Instant knownAt, String source) {
    /** Days begin and end in China. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate END = LocalDate.of(2200, 1, 1);
    private static final long FIRST_SECOND = FIRST_DAY.atStartOfDay(CHINA).toEpochSecond();
    private static final long END_SECOND = END.atStartOfDay(CHINA).toEpochSecond();
    private static final long SECONDS_PER_DAY = 86_400;

    public SignalHeader {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a signal must name its source");
        }
        if (!inRange(occurredAt) || !inRange(knownAt)) {
            throw new IllegalArgumentException(
                    "a signal must lie from 1900 to 2199, found occurredAt " + occurredAt + ", knownAt " + knownAt);
        }
        knownAt = toMicros(knownAt);
        if (isTooEarly(knownAt, occurredAt)) {
            throw new IllegalArgumentException(
                    "knownAt must not lie before occurredAt, found " + knownAt + " before " + occurredAt);
        }
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // only the fraction of the second can be finer than a microsecond
    private static Instant toMicros(Instant instant) {
        return instant.getNano() % 1000 == 0 ? instant : instant.truncatedTo(ChronoUnit.MICROS);
    }

    static boolean inRange(LocalDate day) {
        return day.getYear() >= FIRST_DAY.getYear() && day.getYear() < END.getYear();
    }

    static boolean inRange(Instant instant) {
        long second = instant.getEpochSecond(); // both ends are whole seconds
        return second >= FIRST_SECOND && second < END_SECOND;
    }

    /** True when the instant lies before the day begins in China. */
    static boolean isTooEarly(Instant knownAt, LocalDate occurredAt) {
        // China's day begins before UTC's, so that most rows need no look at the zone's rules.
        return knownAt.getEpochSecond() < occurredAt.toEpochDay() * SECONDS_PER_DAY
                && knownAt.isBefore(occurredAt.atStartOfDay(CHINA).toInstant());
    }
}
