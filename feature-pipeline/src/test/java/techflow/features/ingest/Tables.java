package techflow.features.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import techflow.testing.TestDatabase;

/** What a test asks a database directly. */
record Tables(TestDatabase database) {
    /** The first column of the first row, as text. */
    String ask(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every row of the signals, as one hash. */
    String signals() {
        return ask(
                "select count(*) || ' ' || coalesce(md5(string_agg(s::text, e'\\n' order by s::text)), '') from signal s");
    }

    String loads() {
        return ask("select count(*) || ' ' || coalesce(md5(string_agg(s::text, e'\\n' order by s::text)), '')"
                + " from signal_load s");
    }
}
