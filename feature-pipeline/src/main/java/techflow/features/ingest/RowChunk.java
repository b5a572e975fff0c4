package techflow.features.ingest;

import java.util.ArrayList;
import java.util.List;
import techflow.features.store.file.SignalLine;
import techflow.features.store.postgres.LoadChunk;

/**
 * Consecutive rows of a file.
 *
 * @param rows as the store takes them
 * @param rejects what is wrong with the others, ascending by line
 */
record RowChunk(LoadChunk rows, List<Reject> rejects) {
    long read() {
        return rows.rows().size() + rows.rejected();
    }

    /** Takes up to so many rows. */
    static RowChunk read(SignalSource.Rows rows, long limit) {
        List<LoadChunk.Row> accepted = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        long rejected = 0;
        while (accepted.size() + rejected < limit && rows.hasNext()) {
            switch (rows.next()) {
                case SignalLine.Accepted row -> accepted.add(new LoadChunk.Row(row.line(), row.signal()));
                case SignalLine.Rejected row -> {
                    rejected++;
                    row.violations()
                            .forEach(broken -> rejects.add(new Reject(row.line(), Reject.Outcome.REJECTED, broken)));
                }
            }
        }
        return new RowChunk(new LoadChunk(accepted, rejected), rejects);
    }
}
