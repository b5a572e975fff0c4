package techflow.api.application;

import techflow.problem.TechflowException;

/** What rows look like outside: how one is read, and how its fault is told. */
public interface RowReader {
    /** @throws techflow.problem.RecordFault REQUEST_INVALID with all violations */
    ScoreCommand read(byte[] line, ScoreCommand.Caller caller);

    /** The fault of a row as the caller reads it, JSON. */
    String problem(TechflowException fault, ScoreCommand.Caller caller);
}
