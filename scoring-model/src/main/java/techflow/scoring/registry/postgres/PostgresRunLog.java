package techflow.scoring.registry.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import techflow.scoring.run.RunJson;
import techflow.scoring.run.RunLog;
import techflow.scoring.run.RunRecord;

/** A {@link RunLog} as the table {@code training_run}, which the database itself keeps append-only. */
public final class PostgresRunLog implements RunLog {
    private final Sql sql;

    /** @param database migrated to V8 or later */
    public PostgresRunLog(DataSource database) {
        this.sql = new Sql(database, "lock table training_run in share row exclusive mode");
    }

    @Override
    public void append(RunRecord run) {
        sql.change(connection -> {
            Optional<RunRecord> kept =
                    runs(connection, "where run_id = ?", run.id()).stream().findFirst();
            if (kept.isEmpty()) {
                insert(connection, run);
            } else if (!kept.get().equals(run)) {
                throw RunLog.taken(run.id());
            }
            return run;
        });
    }

    @Override
    public List<RunRecord> list() {
        return sql.ask(connection -> runs(connection, "where ? = ''", ""));
    }

    private static List<RunRecord> runs(Connection connection, String where, String parameter) throws SQLException {
        return Sql.query(
                connection,
                "select record from training_run " + where + " order by seq",
                statement -> statement.setString(1, parameter),
                row -> RunJson.read(row.getString(1)));
    }

    private static void insert(Connection connection, RunRecord run) throws SQLException {
        Sql.update(
                connection,
                "insert into training_run (run_id, started_at, model_sha256, record) values (?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, run.id());
                    statement.setObject(2, run.startedAt().atOffset(ZoneOffset.UTC));
                    statement.setString(3, run.artifactSha256());
                    statement.setString(4, RunJson.text(run));
                });
    }
}
