package techflow.api.application;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of scores, authorisations and objections: UUIDv7 (RFC 9562), so that they sort by time and cannot be guessed. */
final class ScoreIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ScoreIds() {}

    /** Whether a text has the form of an id; one that has not names nothing. */
    static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /** A fresh id whose first 48 bits are the instant in milliseconds. */
    static String next(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
