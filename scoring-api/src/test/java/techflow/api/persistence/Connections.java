package techflow.api.persistence;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import techflow.testing.TestDatabase;

/** Unpooled connections for adapter tests. */
final class Connections {
    private Connections() {}

    static Database to(TestDatabase database) {
        return new Database(
                new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                        .host(database.host())
                        .port(database.port())
                        .database(database.name())
                        .username(TestDatabase.USER)
                        .forceBinary(true)
                        .build()),
                new Database.Limit(Duration.ofSeconds(30), () -> {}));
    }
}
