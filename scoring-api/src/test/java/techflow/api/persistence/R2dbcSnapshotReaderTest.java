package techflow.api.persistence;

import java.util.List;
import techflow.api.application.SnapshotReader;
import techflow.features.signal.Signal;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.testing.TestDatabase;

class R2dbcSnapshotReaderTest extends SnapshotReaderKit {
    @Override
    SnapshotReader holding(List<Signal> signals) {
        TestDatabase database = TestDatabase.fresh();
        new PostgresSignalLoader(database.dataSource()).load(signals.stream());
        return new R2dbcSnapshotReader(Connections.to(database));
    }
}
