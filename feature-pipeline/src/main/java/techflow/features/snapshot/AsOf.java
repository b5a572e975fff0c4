package techflow.features.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import techflow.features.signal.SignalHeader;

/**
 * The instant at which a question is asked: only what was known before it may answer.
 *
 * @param instant the instant, exclusive
 */
public record AsOf(Instant instant) implements Comparable<AsOf> {
    /** The start of the day in China: what became known on that day itself is not seen. */
    public static AsOf startOf(LocalDate day) {
        return new AsOf(day.atStartOfDay(SignalHeader.CHINA).toInstant());
    }

    /** The day of the instant in China; windows of days end before it. */
    public LocalDate date() {
        return LocalDate.ofInstant(instant, SignalHeader.CHINA);
    }

    @Override
    public int compareTo(AsOf other) {
        return instant.compareTo(other.instant);
    }

    @Override
    public String toString() {
        return instant.toString();
    }
}
