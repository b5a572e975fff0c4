package techflow.features.store.postgres;

import java.util.List;
import techflow.features.signal.Signal;

/**
 * What became of a chunk.
 *
 * @param counts of its rows
 * @param conflicts the rows that contradict a stored one, ascending by line
 */
public record ChunkOutcome(LoadCounts counts, List<Conflict> conflicts) {
    public ChunkOutcome {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A row that was left out because it contradicts the row stored first.
     *
     * @param line its first line in the file
     * @param signal what it says
     * @param stored what stays: the same observation, known at the same instant
     */
    public record Conflict(long line, Signal signal, Signal stored) {}
}
