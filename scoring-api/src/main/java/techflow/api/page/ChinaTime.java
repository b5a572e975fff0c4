package techflow.api.page;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import techflow.features.signal.SignalHeader;

/** Instants as people in China read them. */
final class ChinaTime {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private ChinaTime() {}

    static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(SignalHeader.CHINA));
    }

    static String day(Instant instant) {
        return DAY.format(instant.atZone(SignalHeader.CHINA));
    }

    /** The last day of a stretch that ends before an instant. */
    static String lastDay(Instant end) {
        return day(end.minus(Duration.ofNanos(1)));
    }
}
