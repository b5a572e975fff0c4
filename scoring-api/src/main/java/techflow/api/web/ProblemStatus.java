package techflow.api.web;

import org.springframework.http.HttpStatus;
import techflow.problem.ProblemCode;

/** The one table from the core's codes to HTTP. */
final class ProblemStatus {
    private ProblemStatus() {}

    static HttpStatus of(ProblemCode code) {
        return switch (code) {
            case REQUEST_INVALID -> HttpStatus.BAD_REQUEST;
            case AUTHORISATION_MISSING, AUTHORISATION_EXPIRED, AUTHORISATION_REVOKED, AUTHORISATION_OUT_OF_SCOPE ->
                HttpStatus.FORBIDDEN;
            case ENTERPRISE_UNKNOWN,
                    SCORE_UNKNOWN,
                    MODEL_UNKNOWN,
                    FEATURE_UNKNOWN,
                    AUTHORISATION_UNKNOWN,
                    OBJECTION_UNKNOWN,
                    JOB_UNKNOWN,
                    KEY_UNKNOWN -> HttpStatus.NOT_FOUND;
            case PROMOTION_REFUSED, OBJECTION_CLOSED, JOB_STATE_CONFLICT, IDEMPOTENCY_KEY_IN_USE -> HttpStatus.CONFLICT;
            case PRECONDITION_FAILED -> HttpStatus.PRECONDITION_FAILED;
            case IDEMPOTENCY_KEY_REUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case MODEL_UNAVAILABLE, STORE_UNAVAILABLE, ISSUER_UNAVAILABLE, OVERLOADED -> HttpStatus.SERVICE_UNAVAILABLE;
            case DEADLINE_EXCEEDED -> HttpStatus.GATEWAY_TIMEOUT;
            case SIGNAL_MALFORMED,
                    FILE_MALFORMED,
                    TRAINING_DATA_UNFIT,
                    SETTING_INVALID,
                    ARTIFACT_CORRUPT,
                    SIGNATURE_INVALID,
                    ARTIFACT_VERSION_UNSUPPORTED,
                    MODEL_NOT_VERIFIED,
                    SCHEMA_MISMATCH,
                    AUDIT_CHAIN_BROKEN,
                    INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** What a caller may read about a fault that is not its own. */
    static String detail(ProblemCode code) {
        return switch (code) {
            case MODEL_UNAVAILABLE -> "No verified model is active; nothing can be scored until one is";
            case STORE_UNAVAILABLE -> "The database does not answer; no score was given, try again";
            case ISSUER_UNAVAILABLE -> "The issuer of the token does not answer, so it cannot be judged; try again";
            case OVERLOADED -> "More is asked than can be served now; try again after the time in Retry-After";
            case DEADLINE_EXCEEDED -> "The answer was not ready in time; try again";
            case REQUEST_INVALID,
                    ENTERPRISE_UNKNOWN,
                    SCORE_UNKNOWN,
                    AUTHORISATION_MISSING,
                    AUTHORISATION_EXPIRED,
                    AUTHORISATION_REVOKED,
                    AUTHORISATION_OUT_OF_SCOPE,
                    AUTHORISATION_UNKNOWN,
                    OBJECTION_UNKNOWN,
                    OBJECTION_CLOSED,
                    JOB_UNKNOWN,
                    JOB_STATE_CONFLICT,
                    IDEMPOTENCY_KEY_REUSED,
                    IDEMPOTENCY_KEY_IN_USE,
                    RATE_LIMITED,
                    KEY_UNKNOWN,
                    PRECONDITION_FAILED,
                    MODEL_UNKNOWN,
                    FEATURE_UNKNOWN,
                    PROMOTION_REFUSED,
                    SIGNAL_MALFORMED,
                    FILE_MALFORMED,
                    TRAINING_DATA_UNFIT,
                    SETTING_INVALID,
                    ARTIFACT_CORRUPT,
                    SIGNATURE_INVALID,
                    ARTIFACT_VERSION_UNSUPPORTED,
                    MODEL_NOT_VERIFIED,
                    SCHEMA_MISMATCH,
                    AUDIT_CHAIN_BROKEN,
                    INTERNAL -> "The service could not answer; report the error id";
        };
    }
}
