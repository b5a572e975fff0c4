package techflow.scoring.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/**
 * Who changes the registry, why and when.
 *
 * @param actor person or job that acts, not blank
 * @param reason why, for an auditor, not blank
 * @param at when, cut to microseconds, which is what PostgreSQL keeps
 * @param approver who approved it, never who trained the model; empty when nobody had to
 * @param reportSha256 SHA-256 of the validation report that was relied on, empty when there is none
 */
public record Change(
        String actor, String reason, Instant at, Optional<String> approver, Optional<String> reportSha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Throws {@link RecordFault} PROMOTION_REFUSED when actor, reason or a given approver is blank, or the report's hash is
     * none.
     */
    public Change {
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (actor.isBlank()
                || reason.isBlank()
                || approver.filter(String::isBlank).isPresent()) {
            throw new RecordFault(
                    ProblemCode.PROMOTION_REFUSED,
                    "A registry change must name its actor and its reason, and its approver where there is one, found \""
                            + actor + "\", \"" + reason + "\" and "
                            + approver.map(name -> "\"" + name + "\"").orElse("none"),
                    Parameter.safe("actor", actor),
                    Parameter.safe("reason", reason));
        }
        if (reportSha256.filter(hash -> !SHA256.matcher(hash).matches()).isPresent()) {
            throw new RecordFault(
                    ProblemCode.PROMOTION_REFUSED,
                    "The hash of a validation report must have 64 hexadecimal digits, found " + reportSha256.get());
        }
    }

    /** A change that nobody else approved and that relies on no report. */
    public Change(String actor, String reason, Instant at) {
        this(actor, reason, at, Optional.empty(), Optional.empty());
    }

    /** The same, approved by somebody. */
    public Change approvedBy(String name) {
        return new Change(actor, reason, at, Optional.of(name), reportSha256);
    }

    /** The same, relying on a report. @param sha256 hash of the report's bytes */
    public Change relyingOn(String sha256) {
        return new Change(actor, reason, at, approver, Optional.of(sha256));
    }
}
