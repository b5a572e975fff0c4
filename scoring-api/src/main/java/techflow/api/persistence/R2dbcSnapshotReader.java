package techflow.api.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import reactor.core.publisher.Mono;
import techflow.api.application.SnapshotReader;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/** One query by primary key reads a firm's whole history, a row per kind; the cut itself is the core's. */
public final class R2dbcSnapshotReader implements SnapshotReader {
    private static final String HISTORY = "select " + SignalRows.ARRAYS
            + " from signal where enterprise_id = $1 and known_at < $2 group by " + SignalRows.GROUPS;

    private final Database database;

    public R2dbcSnapshotReader(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Snapshot> read(EnterpriseId enterprise, AsOf asOf) {
        OffsetDateTime before = asOf.instant().atOffset(ZoneOffset.UTC);
        return database.rows(HISTORY, List.of(enterprise.code(), before), row -> SignalRows.decodeAll(enterprise, row))
                .map(kinds -> Snapshot.cut(
                        enterprise, asOf, kinds.stream().flatMap(List::stream).toList()));
    }
}
