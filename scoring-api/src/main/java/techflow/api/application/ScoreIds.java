package techflow.api.application;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids of scores: UUIDv7 (RFC 9562), so that they sort by time and cannot be guessed. */
final class ScoreIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ScoreIds() {}

    /** A fresh id whose first 48 bits are the instant in milliseconds. */
    static String next(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
