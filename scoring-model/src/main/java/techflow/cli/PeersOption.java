package techflow.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import picocli.CommandLine.Option;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.store.file.FilePeerTables;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Which peer tables rank firms: {@code --peers DIR}, or else those that stand beside the signals. */
final class PeersOption {
    /** Where {@code techflow peers build --from DIR} leaves the tables of a folder. */
    static final String FOLDER = "peers";

    private static final String INPUT = "peer tables";

    @Option(
            names = "--peers",
            paramLabel = "DIR",
            description = "folder of peer tables; without it those of the database, or of the signal folder's peers/")
    private Optional<Path> folder = Optional.empty();

    /** This release's features, ranked by the tables. */
    static FeatureCatalog catalog(PeerTables tables) {
        return StandardCatalog.catalog().against(tables);
    }

    /** What tells these tables from others, for a build that must not go on with other ones. */
    static void describe(PeerTables tables, SortedMap<String, String> inputs) {
        if (!tables.isEmpty()) {
            inputs.put(INPUT, tables.all().stream().map(PeerTable::id).collect(Collectors.joining(", ")));
        }
    }

    /** @param database migrated */
    PeerTables besides(DataSource database) {
        return folder.map(PeersOption::named)
                .orElseGet(() -> new PostgresPeerTables(database)
                        .tables(StandardCatalog.catalog().schema()));
    }

    /** @param signals a folder of signals, or the dataset's around it, where {@code peers build} was told to look */
    PeerTables besides(Path signals) {
        return beside(signals).map(PeersOption::named).orElse(PeerTables.NONE);
    }

    /** The folder that {@link #besides(Path)} reads, empty when there is none with a table. */
    Optional<Path> beside(Path signals) {
        return folder.or(() -> Stream.of(signals.resolve(FOLDER), signals.resolveSibling(FOLDER))
                .filter(one -> !in(one).isEmpty())
                .findFirst());
    }

    /** The folder that was named. */
    Optional<Path> folder() {
        return folder;
    }

    private static PeerTables named(Path folder) {
        PeerTables tables = in(folder);
        if (tables.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "There is no peer table to rank by",
                    List.of(new Violation(
                            "--peers",
                            "must hold a table of " + StandardCatalog.catalog().schema(),
                            folder.toString(),
                            "make one with ./techflow peers build, or leave --peers out")));
        }
        return tables;
    }

    private static PeerTables in(Path folder) {
        return new FilePeerTables(folder).tables(StandardCatalog.catalog().schema());
    }
}
