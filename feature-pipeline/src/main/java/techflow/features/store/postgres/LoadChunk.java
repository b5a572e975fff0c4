package techflow.features.store.postgres;

import java.util.List;
import techflow.features.signal.Signal;

/**
 * Consecutive rows of a file, stored together.
 *
 * @param rows those that keep the contract
 * @param rejected how many others there are among them
 */
public record LoadChunk(List<Row> rows, long rejected) {
    public LoadChunk {
        rows = List.copyOf(rows);
    }

    /**
     * A row that keeps the contract.
     *
     * @param line its first line in the file
     * @param signal what it says
     */
    public record Row(long line, Signal signal) {}

    long read() {
        return rows.size() + rejected;
    }
}
