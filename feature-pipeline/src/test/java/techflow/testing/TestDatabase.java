package techflow.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A fresh, migrated database on a real PostgreSQL server, which starts once per JVM and stops with it. The schema is
 * migrated once into a template, so that a fresh database costs a copy, about 50 ms.
 *
 * <p>The server trusts local connections; the user is {@value #USER} and needs no password.
 */
public final class TestDatabase {
    public static final String USER = "postgres";
    private static final String TEMPLATE = "techflow_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database of its own, with every migration found under {@code classpath:techflow/db}; call once per class. */
    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    /** A plain data source; every connection is new. */
    public DataSource dataSource() {
        return Server.POSTGRES.getDatabase(USER, name);
    }

    public String name() {
        return name;
    }

    public String host() {
        return "localhost";
    }

    public int port() {
        return Server.POSTGRES.getPort();
    }

    /** A JDBC address that carries the user. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + name + "?user=" + USER;
    }

    private static void execute(String sql) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }

    /** Started by the first use, once per JVM. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                migrateTemplate(postgres);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            } catch (SQLException e) {
                throw new IllegalStateException("The template database could not be made", e);
            }
        }

        private static void migrateTemplate(EmbeddedPostgres postgres) throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            Flyway.configure()
                    .dataSource(postgres.getDatabase(USER, TEMPLATE))
                    .locations("classpath:techflow/db")
                    .load()
                    .migrate();
        }
    }
}
