package techflow.api.application;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.problem.PlatformFault;

/**
 * Works on jobs, one at a time, chunk by chunk. Every chunk renews the lease; who lost it stops, and since a row's score
 * bears the row's key, rows that two instances worked on still have one score each. What the platform could not do is
 * tried again; a fault of the model or of our own ends the job as FAILED, and it can be resumed.
 */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final ScoreJobs jobs;
    private final ScoreRows rows;
    private final Terms terms;
    private final String owner = UUID.randomUUID().toString();
    private final AtomicReference<String> lastTrouble = new AtomicReference<>("");

    /**
     * How jobs are worked on.
     *
     * @param chunk rows between two renewals of the lease
     * @param lease how long an instance may be silent before another one goes on
     */
    public record Terms(int chunk, Duration lease) {}

    public JobRunner(ScoreJobs jobs, ScoreRows rows, Terms terms) {
        this.jobs = jobs;
        this.rows = rows;
        this.terms = terms;
    }

    /** Works on every job that waits; completes when none does, or when the platform does not answer. */
    public Mono<Void> runAll() {
        return jobs.take(owner, terms.lease())
                .flatMap(job -> run(job).thenReturn(job))
                .doOnNext(done -> lastTrouble.set(""))
                .repeatWhen(rounds -> rounds.takeWhile(jobsDone -> jobsDone > 0))
                .then()
                .onErrorResume(PlatformFault.class, this::later);
    }

    /** Gives back what this instance holds. */
    public Mono<Void> release() {
        return jobs.release(owner);
    }

    private Mono<Void> run(ScoreJob job) {
        return chunk(job)
                .repeat()
                .takeUntil(over -> over)
                .then()
                .onErrorResume(fault -> !(fault instanceof PlatformFault), fault -> failed(job, fault));
    }

    /** True when there is nothing left to do for this instance. */
    private Mono<Boolean> chunk(ScoreJob job) {
        return jobs.todo(job.jobId(), terms.chunk())
                .flatMap(todo -> todo.isEmpty()
                        ? jobs.finish(job.jobId(), owner, ScoreJob.State.DONE, "")
                                .thenReturn(true)
                        : rows.score(Flux.fromIterable(todo), order(job))
                                .collectList()
                                .flatMap(outcomes -> jobs.keep(job.jobId(), owner, terms.lease(), outcomes))
                                .map(held -> !held));
    }

    private static ScoreRows.Order order(ScoreJob job) {
        return new ScoreRows.Order(RequestKey.ofJob(job.jobId()), job.caller(), job.submittedAt(), true);
    }

    private Mono<Void> failed(ScoreJob job, Throwable fault) {
        LOG.error("job {} failed", job.jobId(), fault);
        return jobs.finish(
                job.jobId(), owner, ScoreJob.State.FAILED, fault.getClass().getSimpleName());
    }

    /** Told once, not at each look. */
    private Mono<Void> later(PlatformFault fault) {
        String trouble = String.valueOf(fault.getMessage());
        if (!trouble.equals(lastTrouble.getAndSet(trouble))) {
            LOG.warn("jobs wait: {}", trouble);
        }
        return release().onErrorComplete();
    }
}
