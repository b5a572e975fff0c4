package techflow.scoring.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * Who changes the registry, why and when.
 *
 * @param actor person or job, not blank
 * @param reason why, for an auditor, not blank
 * @param at when, cut to microseconds, which is what PostgreSQL keeps
 */
public record Change(String actor, String reason, Instant at) {
    /** Throws {@link RecordFault} PROMOTION_REFUSED when actor or reason is blank. */
    public Change {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (actor.isBlank() || reason.isBlank()) {
            throw new RecordFault(
                    ProblemCode.PROMOTION_REFUSED,
                    "A registry change must name its actor and its reason, found \"" + actor + "\" and \"" + reason
                            + "\"",
                    Parameter.safe("actor", actor),
                    Parameter.safe("reason", reason));
        }
    }
}
