package techflow.cli;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Where the database is, from {@code postgresql://user:password@host:port/database}.
 *
 * @param password empty when none is needed
 */
record DatabaseUrl(String host, int port, String database, String user, String password) {
    private static final int DEFAULT_PORT = 5432;

    /** Throws {@link RecordFault} REQUEST_INVALID for anything that is not such a URL. */
    static DatabaseUrl parse(String text) {
        try {
            URI uri = URI.create(text);
            String[] user = uri.getUserInfo() == null
                    ? new String[] {"postgres"}
                    : uri.getUserInfo().split(":", 2);
            if (!List.of("postgresql", "postgres")
                            .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    || uri.getHost() == null
                    || uri.getPath().length() < 2) {
                throw new IllegalArgumentException("parts are missing");
            }
            return new DatabaseUrl(
                    uri.getHost(),
                    uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                    uri.getPath().substring(1),
                    user[0],
                    user.length > 1 ? user[1] : "");
        } catch (IllegalArgumentException e) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The database URL cannot be read",
                    List.of(new Violation(
                            "--database",
                            "must be postgresql://user:password@host:port/database",
                            text.replaceAll(":[^:@/]+@", ":***@"),
                            "give the whole URL; percent-encode special characters of the password")));
        }
    }

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(10);
        source.setTcpKeepAlive(true);
        source.setApplicationName("techflow-cli");
        return source;
    }

    /** Brings the tables up to date and answers with the schema version. */
    String migrate() {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(dataSource())
                    .locations("classpath:techflow/db")
                    .load();
            flyway.migrate();
            return String.valueOf(flyway.info().current().getVersion());
        } catch (FlywayException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The database could not be migrated: " + e.getMessage(), e);
        }
    }

    Connection connect() {
        try {
            return dataSource().getConnection();
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "PostgreSQL at " + host + ":" + port + " does not answer: " + e.getMessage(),
                    e);
        }
    }

    /** The form without the secret, for the server's environment and for people. */
    String withoutPassword() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
