package techflow.api.application;

import java.time.Instant;
import techflow.problem.TechflowException;

/** What rows look like outside: how one is read, and how its fault is told. */
public interface RowReader {
    /**
     * A row as a request.
     *
     * @param at what is now for the row: as of when it is scored unless it says so itself
     * @throws techflow.problem.RecordFault REQUEST_INVALID with all violations
     */
    ScoreCommand read(byte[] line, ScoreCommand.Caller caller, Instant at);

    /** The fault of a row as the caller reads it, JSON. */
    String problem(TechflowException fault, ScoreCommand.Caller caller);
}
