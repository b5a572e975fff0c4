package techflow.api.application;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Many rows that are scored while nobody waits.
 *
 * @param jobId UUIDv7
 * @param caller who submitted it
 * @param submittedAt when; what is now for every row
 * @param state where it stands
 * @param total its rows
 * @param done rows that have their outcome, by how they ended
 * @param startedAt when work on it began, empty while it waits
 * @param finishedAt when it ended, empty before
 * @param reason why it failed, else empty
 */
public record ScoreJob(
        String jobId,
        ScoreCommand.Caller caller,
        Instant submittedAt,
        State state,
        int total,
        Map<RowOutcome.Status, Integer> done,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        String reason) {
    /** Where a job stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    public ScoreJob {
        done = Map.copyOf(done);
    }

    /** Rows that have their outcome. */
    public int rowsDone() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isOver() {
        return finishedAt.isPresent();
    }
}
