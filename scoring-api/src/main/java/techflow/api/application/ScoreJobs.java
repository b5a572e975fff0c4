package techflow.api.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where jobs are kept. One instance works on a job at a time, as long as its lease lasts. */
public interface ScoreJobs {
    /** Opens a job that nobody sees until it is {@link #submit}ted. */
    Mono<Void> open(String jobId, ScoreCommand.Caller caller, Instant submittedAt);

    /** Adds rows to an open job. */
    Mono<Void> add(String jobId, List<ScoreRows.Row> rows);

    /** Queues an open job under its key. Fails with IDEMPOTENCY_KEY_IN_USE when the key is taken. */
    Mono<Void> submit(String jobId, int total, RequestKey key);

    /** Forgets a job that was never submitted. */
    Mono<Void> drop(String jobId);

    /** The job of a tenant, empty when it has none with this id. */
    Mono<ScoreJob> find(String jobId, String tenant);

    /** The outcomes after an index, in order, up to the first row without one; at most {@code limit}. */
    Mono<List<RowOutcome>> outcomes(String jobId, int after, int limit);

    /** Ends a job that waits or runs; tells whether it did. */
    Mono<Boolean> cancel(String jobId, String tenant);

    /** Queues a job that failed or was cancelled again; tells whether it did. */
    Mono<Boolean> resume(String jobId, String tenant);

    /** Takes the job that waits longest, or one whose lease has run out; empty when there is none. */
    Mono<ScoreJob> take(String owner, Duration lease);

    /** The next rows without an outcome. */
    Mono<List<ScoreRows.Row>> todo(String jobId, int limit);

    /** Keeps outcomes and renews the lease, if the owner still has it; tells whether it has. */
    Mono<Boolean> keep(String jobId, String owner, Duration lease, List<RowOutcome> outcomes);

    /** Ends the owner's job. */
    Mono<Void> finish(String jobId, String owner, ScoreJob.State state, String reason);

    /** Gives back whatever the owner holds: anyone may go on with it at once. */
    Mono<Void> release(String owner);
}
