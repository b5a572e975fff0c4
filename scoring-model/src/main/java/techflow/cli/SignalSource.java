package techflow.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.definition.FeatureCatalog;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.SignalStore;
import techflow.features.store.file.CsvSignalStore;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** Where a command reads signals, and as of when: a data folder, or the database. */
final class SignalSource {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "read the folder's signals instead of the database's (DIR/signals, or DIR itself)")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "use only what was known before this day; without it, what is known now")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private PeersOption peers = new PeersOption();

    private final AsOf started = new AsOf(Instant.now());

    /** The instant asked for; without one, that at which the command began. */
    AsOf asOf() {
        return asOf.map(AsOf::startOf).orElse(started);
    }

    Optional<Path> data() {
        return data;
    }

    /** Whether there is anything to read: a folder, a database that was named, or the embedded one. */
    boolean isThere() {
        return data.isPresent() || database.isThere(Workspace.fromLauncher());
    }

    /** What the work gives on the store, which is open while it runs, and on the catalogue with the ranks beside it. */
    <T> T read(BiFunction<SignalStore, FeatureCatalog, T> work) {
        if (data.isPresent()) {
            Path signals = signals(data.get());
            return work.apply(new CsvSignalStore(signals), PeersOption.catalog(peers.besides(signals)));
        }
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
            opened.url().migrate();
            DataSource database = opened.url().dataSource();
            return work.apply(new PostgresSignalStore(database), PeersOption.catalog(peers.besides(database)));
        }
    }

    /** The folder with the signal files: {@code signals} in a dataset, or the folder itself. */
    static Path signals(Path folder) {
        Path inner = folder.resolve(DatasetWriter.SIGNALS);
        return java.nio.file.Files.isDirectory(inner) ? inner : folder;
    }

    /** @throws RecordFault ENTERPRISE_UNKNOWN when nothing at all is known of the firm, at whatever time */
    Snapshot snapshot(SignalStore store, EnterpriseId enterprise) {
        var history = store.history(enterprise);
        if (history.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.ENTERPRISE_UNKNOWN, "No signal of " + enterprise.masked() + " is in this store");
        }
        return Snapshot.cut(enterprise, asOf(), history);
    }

    /** @throws RecordFault REQUEST_INVALID with every broken rule of the code */
    static EnterpriseId enterprise(String code) {
        var violations = EnterpriseId.violations("CODE", code);
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "The code of the enterprise is wrong", violations);
        }
        return new EnterpriseId(code);
    }
}
