package techflow.features.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import techflow.features.store.file.SignalLine;
import techflow.features.store.postgres.LoadChunk;
import techflow.features.store.postgres.PreparedChunk;

/**
 * Consecutive rows of a file.
 *
 * @param rows as the store takes them
 * @param rejects what is wrong with the others, ascending by line
 */
record RowChunk(PreparedChunk rows, List<Reject> rejects) {
    long read() {
        return rows.chunk().rows().size() + rejected();
    }

    long rejected() {
        return rows.chunk().rejected();
    }

    /** Takes up to so many rows, and prepares them for the store. */
    static RowChunk read(SignalSource.Rows rows, long limit, Function<LoadChunk, PreparedChunk> prepare) {
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
        return new RowChunk(prepare.apply(new LoadChunk(accepted, rejected)), rejects);
    }
}
