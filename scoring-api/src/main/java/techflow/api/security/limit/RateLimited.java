package techflow.api.security.limit;

import java.time.Duration;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** A refusal for frequency: what is said, and when to come again. */
record RateLimited(String sentence, long nanosToNext) {
    /** Whole seconds, rounded up: who waits so long is let in. */
    long seconds() {
        return Math.max(
                1,
                (nanosToNext + Duration.ofSeconds(1).toNanos() - 1)
                        / Duration.ofSeconds(1).toNanos());
    }

    RecordFault fault() {
        return new RecordFault(
                ProblemCode.RATE_LIMITED,
                sentence + "; wait " + seconds() + " s",
                Parameter.safe("retryAfterSeconds", seconds()));
    }
}
