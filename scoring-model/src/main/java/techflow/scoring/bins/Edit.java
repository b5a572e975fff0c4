package techflow.scoring.bins;

import java.time.Instant;

/**
 * One change by an expert.
 *
 * @param by who
 * @param at when
 * @param what the change in words
 * @param reason why, for whoever reviews
 */
public record Edit(String by, Instant at, String what, String reason) {
    public Edit {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an edit needs who made it and why, found \"" + by + "\" and \"" + reason
                    + "\"; give --by and --reason");
        }
    }
}
