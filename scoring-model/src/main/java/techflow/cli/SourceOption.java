package techflow.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.features.build.InputIdentity;
import techflow.features.peer.PeerTables;
import techflow.features.store.SignalStore;
import techflow.features.store.file.SignalDirectory;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** Where signals come from: {@code --from DIR}, or else a database. */
final class SourceOption {
    @Option(names = "--from", paramLabel = "DIR", description = "folder of signal files, CSV or Parquet")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    /**
     * An open source.
     *
     * @param name for people
     * @param store the signals
     * @param firms about how many firms it holds, empty when that costs a whole reading
     * @param peers the tables beside the signals, looked at only where they are needed, unless others were named
     * @param release lets go of it
     */
    record Opened(
            String name,
            SignalStore store,
            OptionalLong firms,
            Identity identity,
            Function<PeersOption, PeerTables> peers,
            Runnable release)
            implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }

    /** What tells the source from another, asked for only where it is needed. */
    interface Identity {
        SortedMap<String, String> inputs();
    }

    DatabaseOption database() {
        return database;
    }

    boolean isFolder() {
        return folder.isPresent();
    }

    Optional<Path> folder() {
        return folder;
    }

    Opened open(Workspace workspace) {
        return folder.map(SourceOption::files).orElseGet(() -> tables(workspace));
    }

    private static Opened files(Path directory) {
        SignalStore store = SignalDirectory.open(directory);
        return new Opened(
                String.valueOf(directory),
                store,
                SignalDirectory.firms(directory),
                () -> InputIdentity.ofDirectory(directory),
                peers -> peers.besides(directory),
                () -> {});
    }

    private Opened tables(Workspace workspace) {
        DatabaseOption.Opened opened = database.open(workspace);
        try {
            opened.url().migrate();
            return new Opened(
                    opened.url().withoutPassword(),
                    new PostgresSignalStore(opened.url().dataSource()),
                    firms(opened.url()),
                    () -> InputIdentity.ofDatabase(opened.url().dataSource()),
                    peers -> peers.besides(opened.url().dataSource()),
                    opened::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Every firm has a profile, and profiles have an index of their own. */
    private static OptionalLong firms(DatabaseUrl url) {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(distinct enterprise_id) from signal where kind = 'ENTERPRISE_PROFILE'")) {
            row.next();
            return OptionalLong.of(row.getLong(1));
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "PostgreSQL could not count its firms: " + e.getMessage(), e);
        }
    }
}
