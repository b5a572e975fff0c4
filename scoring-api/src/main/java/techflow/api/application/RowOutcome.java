package techflow.api.application;

import java.util.Optional;

/**
 * What came of one row.
 *
 * @param index of the row, from 0
 * @param status how it ended
 * @param body the answer's JSON, or for FAILED the problem's
 * @param scoreId of the answer, empty for FAILED
 * @param replayed true when the answer was given before
 */
public record RowOutcome(int index, Status status, String body, Optional<String> scoreId, boolean replayed) {
    /** How a row ended: the first three are those of an answer. */
    public enum Status {
        SCORED,
        DEGRADED,
        NOT_SCORED,
        FAILED
    }

    /** The row's line, without its end. */
    public String line() {
        String member = status == Status.FAILED ? "problem" : "answer";
        return "{\"index\":" + index + ",\"status\":\"" + status + "\",\"" + member + "\":" + body + "}";
    }
}
