package techflow.problem;

/** The name of a fault, stable across releases: clients, log queries and alerts match on it. */
public enum ProblemCode {
    /** A row breaks the data contract of its signal kind. */
    SIGNAL_MALFORMED,
    /** A file cannot be read as the table it should be: missing columns, wrong encoding. */
    FILE_MALFORMED,
    /** A request breaks a rule; all violations are listed. */
    REQUEST_INVALID,
    /** No enterprise with this code is known. */
    ENTERPRISE_UNKNOWN,
    /** No score with this id is known to this caller. */
    SCORE_UNKNOWN,
    /** The data subject's authorisation that the request names is not known to this caller's tenant. */
    AUTHORISATION_MISSING,
    /** The authorisation was not granted yet, or has ended. */
    AUTHORISATION_EXPIRED,
    /** The data subject withdrew the authorisation. */
    AUTHORISATION_REVOKED,
    /** The authorisation is of another enterprise, or does not cover this purpose. */
    AUTHORISATION_OUT_OF_SCOPE,
    /** No authorisation with this id is known to this caller, who asked to see it. */
    AUTHORISATION_UNKNOWN,
    /** No objection with this id is known to this caller. */
    OBJECTION_UNKNOWN,
    /** The objection was answered before. */
    OBJECTION_CLOSED,
    /** No job with this id is known to this caller. */
    JOB_UNKNOWN,
    /** The job's state does not allow what was asked: it is over, or still runs. */
    JOB_STATE_CONFLICT,
    /** The idempotency key was used before, for another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** The first request with this idempotency key is still being answered. */
    IDEMPOTENCY_KEY_IN_USE,
    /** More requests in a stretch of time than this caller may send. */
    RATE_LIMITED,
    /** No access key with this id is known to this caller. */
    KEY_UNKNOWN,
    /** The resource is no longer as the caller's If-Match says. */
    PRECONDITION_FAILED,
    /** No model with this id or alias is registered. */
    MODEL_UNKNOWN,
    /** No feature of this release has this name. */
    FEATURE_UNKNOWN,
    /** A registry change breaks a rule: already champion, nothing to roll back to, reason missing. */
    PROMOTION_REFUSED,
    /** The data cannot support the training that was asked for. */
    TRAINING_DATA_UNFIT,
    /** A setting in a configuration file breaks a rule. */
    SETTING_INVALID,
    /** The bytes of an artefact do not match its hash, or cannot be read. */
    ARTIFACT_CORRUPT,
    /** The artefact bears no good signature of a trusted key. */
    SIGNATURE_INVALID,
    /** The artefact was written in a format that this release does not read. */
    ARTIFACT_VERSION_UNSUPPORTED,
    /** The model does not reproduce its own verification rows. */
    MODEL_NOT_VERIFIED,
    /** A feature vector does not have the schema that the model was trained on. */
    SCHEMA_MISMATCH,
    /** No verified model is active, so nothing can be scored. */
    MODEL_UNAVAILABLE,
    /** The audit log does not bear out its own chain: something was changed, removed or slipped in. */
    AUDIT_CHAIN_BROKEN,
    /** A database or file store does not answer. */
    STORE_UNAVAILABLE,
    /** The issuer of tokens does not show its keys, so that no token can be judged. */
    ISSUER_UNAVAILABLE,
    /** The answer was not ready in time. */
    DEADLINE_EXCEEDED,
    /** More is asked than can be served now. */
    OVERLOADED,
    /** A defect of our own. */
    INTERNAL
}
