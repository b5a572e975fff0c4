package techflow.api.application;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Takes jobs in, tells of them, cancels and resumes them. A tenant sees its own jobs only. */
public final class JobDesk {
    private static final int CHUNK = 500;
    private static final int PAGE = 100;
    private static final String PATH = "/v1/score-jobs";

    private final ScoreJobs jobs;
    private final RequestKeys keys;
    private final BatchTerms terms;
    private final Clock clock;
    private final KeysAtWork atWork = new KeysAtWork();

    /** @param replayed true when it was submitted before */
    public record Submitted(ScoreJob job, boolean replayed) {}

    /** @param terms most rows of a job and bytes of a line */
    public JobDesk(ScoreJobs jobs, RequestKeys keys, BatchTerms terms, Clock clock) {
        this.jobs = jobs;
        this.keys = keys;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Takes a job in, row by row as they come; it is queued when the last one is there. Fails with REQUEST_INVALID for no
     * row, too many, or one that is too long; what else is wrong with a row is that row's outcome.
     */
    public Mono<Submitted> submit(Flux<byte[]> body, String sentKey, ScoreCommand.Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String jobId = ScoreIds.next(now);
        RequestKey unread = RequestKey.ofClient(caller.client(), sentKey, "");
        Mono<Submitted> work = Mono.defer(() -> {
            MessageDigest digest = RequestKey.digest("POST", PATH);
            return jobs.open(jobId, caller, now)
                    .then(received(jobId, body.doOnNext(digest::update)))
                    .flatMap(total -> queued(
                            jobId,
                            total,
                            RequestKey.ofClient(
                                    caller.client(), sentKey, HexFormat.of().formatHex(digest.digest())),
                            caller))
                    .onErrorResume(fault -> jobs.drop(jobId).then(Mono.error(fault)));
        });
        return atWork.alone(caller.tenant(), unread, work);
    }

    private Mono<Integer> received(String jobId, Flux<byte[]> body) {
        AtomicInteger total = new AtomicInteger();
        return RowLines.of(body, terms.lineBytes())
                .doOnNext(this::refuse)
                .buffer(CHUNK)
                .concatMap(rows -> jobs.add(jobId, rows).doOnSuccess(done -> total.addAndGet(rows.size())), 1)
                .then(Mono.fromSupplier(() -> notEmpty(total.get())));
    }

    private Mono<Submitted> queued(String jobId, int total, RequestKey key, ScoreCommand.Caller caller) {
        Mono<Submitted> fresh = Mono.defer(() -> find(jobId, caller.tenant())).map(job -> new Submitted(job, false));
        return jobs.submit(jobId, total, key)
                .then(fresh)
                .onErrorResume(
                        ScoreOnce::isTaken,
                        taken -> keys.find(caller.tenant(), key)
                                .doOnNext(kept -> ScoreOnce.requireSame(key, kept))
                                .flatMap(kept -> jobs.drop(jobId).then(jobs.find(kept.answerId(), caller.tenant())))
                                .map(job -> new Submitted(job, true))
                                .switchIfEmpty(Mono.error(taken)));
    }

    /** The job; fails with JOB_UNKNOWN. */
    public Mono<ScoreJob> find(String jobId, String tenant) {
        return jobs.find(jobId, tenant)
                .switchIfEmpty(Mono.error(
                        () -> new RecordFault(ProblemCode.JOB_UNKNOWN, "No job with this id is known to this caller")));
    }

    /** The lines of the outcomes that are there, in order, and a trailer, complete when it is the job's last row. */
    public Flux<byte[]> results(String jobId, String tenant, int after) {
        return find(jobId, tenant).flatMapMany(job -> {
            RowTally tally = new RowTally();
            AtomicInteger last = new AtomicInteger(after);
            return jobs.outcomes(jobId, after, PAGE)
                    .expand(page -> page.size() < PAGE
                            ? Mono.empty()
                            : jobs.outcomes(jobId, page.getLast().index(), PAGE))
                    .concatMapIterable(page -> page, 1)
                    .doOnNext(outcome -> last.set(outcome.index()))
                    .map(tally::line)
                    .concatWith(Mono.fromSupplier(() -> tally.trailer(last.get() + 1 == job.total())));
        });
    }

    /** Ends a job; one that is cancelled stays so. Fails with JOB_UNKNOWN, or JOB_STATE_CONFLICT when it ended otherwise. */
    public Mono<ScoreJob> cancel(String jobId, String tenant) {
        return jobs.cancel(jobId, tenant)
                .then(find(jobId, tenant))
                .doOnNext(job -> require(job, job.state() == ScoreJob.State.CANCELLED, "cancelled"));
    }

    /** Goes on with a job that failed or was cancelled. Fails with JOB_UNKNOWN, or JOB_STATE_CONFLICT when it is done. */
    public Mono<ScoreJob> resume(String jobId, String tenant) {
        return jobs.resume(jobId, tenant)
                .then(find(jobId, tenant))
                .doOnNext(job -> require(job, job.state() != ScoreJob.State.DONE, "resumed"));
    }

    private static void require(ScoreJob job, boolean reached, String what) {
        if (!reached) {
            throw new RecordFault(
                    ProblemCode.JOB_STATE_CONFLICT,
                    "A job that is " + job.state() + " cannot be " + what + " any more");
        }
    }

    private void refuse(ScoreRows.Row row) {
        row.fault().ifPresent(fault -> {
            throw fault;
        });
        if (row.index() >= terms.rows()) {
            throw refusal("must have at most " + terms.rows() + " rows", "more", "submit several jobs");
        }
    }

    private static int notEmpty(int total) {
        if (total == 0) {
            throw refusal("must have at least one row", "none", "send one request on each line");
        }
        return total;
    }

    private static RecordFault refusal(String rule, String found, String advice) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The job cannot be taken in",
                List.of(new Violation("body", rule, found, advice)));
    }
}
