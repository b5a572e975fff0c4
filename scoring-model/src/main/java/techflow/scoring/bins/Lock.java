package techflow.scoring.bins;

import java.time.Instant;

/**
 * That a file is as it was reviewed.
 *
 * @param by who locked it
 * @param at when
 * @param sha256 of the content without the lock, 64 hexadecimal digits
 */
public record Lock(String by, Instant at, String sha256) {
    public Lock {
        if (by.isBlank()) {
            throw new IllegalArgumentException("a lock needs who locks, found nobody; give --by");
        }
    }
}
