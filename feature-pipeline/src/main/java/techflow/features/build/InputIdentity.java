package techflow.features.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import techflow.features.store.file.SignalDirectory;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** How inputs are told apart without reading them: files by size and time, a database by its rows, which only grow. */
public final class InputIdentity {
    private InputIdentity() {}

    /**
     * Every signal file of a directory.
     *
     * @throws PlatformFault STORE_UNAVAILABLE when the directory cannot be read
     */
    public static SortedMap<String, String> ofDirectory(Path directory) {
        SortedMap<String, String> inputs = new TreeMap<>();
        for (Path path : SignalDirectory.files(directory)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    inputs.put("input " + directory.relativize(file), ofFile(file));
                }
            } catch (IOException e) {
                throw unavailable(path, e);
            }
        }
        return inputs;
    }

    /** One file, by size and time of its last change. */
    public static String ofFile(Path file) {
        try {
            return Files.size(file) + " bytes, modified " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    /**
     * The signals of a database: its name and identity, not its address, for an embedded server changes its port.
     *
     * @throws PlatformFault STORE_UNAVAILABLE when the database does not answer
     */
    public static SortedMap<String, String> ofDatabase(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            SortedMap<String, String> inputs = new TreeMap<>();
            for (List<String> question : List.of(
                    List.of(
                            "input database",
                            "select datname || ' ' || oid from pg_database where datname = current_database()"),
                    List.of("input signals", "select count(*) || ' rows' from signal"))) {
                try (ResultSet row = statement.executeQuery(question.getLast())) {
                    row.next();
                    inputs.put(question.getFirst(), row.getString(1));
                }
            }
            return inputs;
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "PostgreSQL could not count its signals: " + e.getMessage(), e);
        }
    }

    private static PlatformFault unavailable(Path path, Exception cause) {
        return new PlatformFault(ProblemCode.STORE_UNAVAILABLE, path.getFileName() + " cannot be read", cause);
    }
}
