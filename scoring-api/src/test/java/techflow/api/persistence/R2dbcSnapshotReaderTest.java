package techflow.api.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.api.application.SnapshotReader;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class R2dbcSnapshotReaderTest extends SnapshotReaderKit {
    @Override
    SnapshotReader holding(List<Signal> signals) {
        TestDatabase database = TestDatabase.fresh();
        new PostgresSignalLoader(database.dataSource()).load(signals.stream());
        return new R2dbcSnapshotReader(Connections.to(database));
    }

    @Test
    void a_row_with_too_few_cells_is_told_as_malformed_though_the_others_are_sound() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        var firm = SignalSamples.firm(5);
        new PostgresSignalLoader(database.dataSource()).load(new SignalSamples(5).history(firm, 60).stream());
        for (String cells : List.of("'{}'", "cells[1:1]")) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("create temporary table broken as select * from signal limit 1");
                statement.execute("update broken set natural_key = natural_key || 'x', cells = " + cells);
                statement.execute("insert into signal select * from broken");
                assertThatThrownBy(() -> new R2dbcSnapshotReader(Connections.to(database))
                                .read(firm, new AsOf(Instant.parse("2030-01-01T00:00:00Z")))
                                .block())
                        .isInstanceOfSatisfying(
                                RecordFault.class,
                                fault -> org.assertj.core.api.Assertions.assertThat(fault.code())
                                        .isEqualTo(ProblemCode.SIGNAL_MALFORMED));
                statement.execute("delete from signal where natural_key in (select natural_key from broken)");
            }
        }
    }
}
