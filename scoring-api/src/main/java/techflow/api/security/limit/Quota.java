package techflow.api.security.limit;

import java.time.Duration;

/**
 * How many requests in how long a time.
 *
 * @param requests 1 or more; so many may come at once
 * @param per window in which as many come back, 1 s to 1 day
 */
public record Quota(int requests, Duration per) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException that names the rule */
    public Quota {
        if (requests < 1) {
            throw new IllegalArgumentException("requests must be 1 or more, found " + requests);
        }
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("per must lie in 1s to 1d, found " + per);
        }
    }

    /** Nanoseconds in which one request comes back. */
    long interval() {
        return Math.max(1, per.toNanos() / requests);
    }
}
