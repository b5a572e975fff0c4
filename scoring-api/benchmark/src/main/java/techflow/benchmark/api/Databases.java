package techflow.benchmark.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import techflow.testing.TestDatabase;

/** What the benchmark asks of the database beside the service. */
final class Databases {
    private Databases() {}

    static void execute(TestDatabase database, String... statements) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process whose children are the sessions. */
    static long postmaster(TestDatabase database) throws IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Long.parseLong(Files.readAllLines(Path.of(row.getString(1), "postmaster.pid"))
                    .getFirst()
                    .trim());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
