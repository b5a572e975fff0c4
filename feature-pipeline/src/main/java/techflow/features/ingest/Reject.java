package techflow.features.ingest;

import techflow.problem.Violation;

/**
 * One line of a rejects file.
 *
 * @param line of the row in its file
 * @param outcome what became of the row
 * @param violation what is wrong with it
 */
public record Reject(long line, Outcome outcome, Violation violation) {
    /** What becomes of a row that is told of. */
    public enum Outcome {
        /** Breaks the contract: left out. */
        REJECTED,
        /** Contradicts the stored row, which stays: left out. */
        CONFLICT,
        /** Refers to something unknown: stored. */
        WARNING
    }
}
