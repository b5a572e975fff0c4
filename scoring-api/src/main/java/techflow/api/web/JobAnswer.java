package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import techflow.api.application.RowOutcome.Status;
import techflow.api.application.ScoreJob;

/** A job as published. */
record JobAnswer(
        String jobId,
        ScoreJob.State state,
        @Schema(description = "Rows of the job") int total,

        @Schema(description = "Rows that have their outcome")
        int done,

        @Schema(description = "done / total, in [0, 1]") double progress,
        Counts counts,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Schema(description = "Why it failed, else empty") String reason,
        String results) {
    /** Rows by outcome. */
    record Counts(int scored, int degraded, int notScored, int failed) {}

    static JobAnswer of(ScoreJob job) {
        return new JobAnswer(
                job.jobId(),
                job.state(),
                job.total(),
                job.rowsDone(),
                (double) job.rowsDone() / job.total(),
                new Counts(
                        count(job, Status.SCORED),
                        count(job, Status.DEGRADED),
                        count(job, Status.NOT_SCORED),
                        count(job, Status.FAILED)),
                job.submittedAt(),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                job.reason(),
                "/v1/score-jobs/" + job.jobId() + "/results");
    }

    private static int count(ScoreJob job, Status status) {
        return job.done().getOrDefault(status, 0);
    }
}
