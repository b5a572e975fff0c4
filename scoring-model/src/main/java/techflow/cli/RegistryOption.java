package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.TrustedModelRegistry;
import techflow.scoring.registry.file.FileModelRegistry;
import techflow.scoring.registry.file.FileRunLog;
import techflow.scoring.registry.postgres.PostgresModelRegistry;
import techflow.scoring.registry.postgres.PostgresRunLog;
import techflow.scoring.run.RunLog;
import techflow.scoring.signing.TrustedKeys;

/** Where models and records of runs are kept, a folder or a database, and whose signatures count. */
final class RegistryOption {
    @Option(names = "--registry", paramLabel = "DIR", description = "model registry in a folder instead of a database")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--trusted-key",
            paramLabel = "FILE",
            description = "public key (PEM) that must have signed an artefact; may be given more than once;"
                    + " without it no signature is asked for")
    private List<Path> trustedKeys = List.of();

    /** A registry that is open, its records of runs, and how to let go of both. */
    record Opened(ModelRegistry registry, RunLog runs, Runnable release) implements AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }

    /** Opens it; a database is migrated first. */
    Opened open() {
        if (folder.isPresent() && database.isGiven()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID, "A registry is a folder or a database: give --registry or --database");
        }
        TrustedKeys keys = TrustedKeys.read(trustedKeys);
        if (folder.isPresent()) {
            return new Opened(
                    new TrustedModelRegistry(new FileModelRegistry(folder.get()), keys),
                    new FileRunLog(folder.get()),
                    () -> {});
        }
        DatabaseOption.Opened opened = database.open(Workspace.fromLauncher());
        opened.url().migrate();
        DataSource source = opened.url().dataSource();
        return new Opened(
                new TrustedModelRegistry(new PostgresModelRegistry(source), keys),
                new PostgresRunLog(source),
                opened::close);
    }

    /** The bytes of a model, and what the ledger says of it, which is nothing for a file. */
    record Found(byte[] bytes, List<ModelEvent> decisions) {}

    /**
     * A model that is named by a file, or else by what {@link ModelName} knows.
     *
     * @throws RecordFault MODEL_UNKNOWN when it looks like a file and there is none
     * @throws ModelFault SIGNATURE_INVALID when keys are trusted and none of them has signed it
     */
    Found find(String model) throws IOException {
        Path file = Path.of(model);
        if (Files.isRegularFile(file)) {
            return new Found(trusted(file), List.of());
        }
        if (model.endsWith(".json") || file.getNameCount() > 1) {
            throw new RecordFault(ProblemCode.MODEL_UNKNOWN, "There is no file " + model);
        }
        try (Opened opened = open()) {
            String sha256 = ModelName.find(opened.registry(), model).sha256();
            List<ModelEvent> decisions = opened.registry().history().events().stream()
                    .filter(event -> event.sha256().equals(sha256))
                    .toList();
            return new Found(opened.registry().read(sha256), decisions);
        }
    }

    private byte[] trusted(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Path beside = SignatureFile.beside(file);
        TrustedKeys.read(trustedKeys)
                .requireDetached(
                        bytes, Files.exists(beside) ? Optional.of(Files.readAllBytes(beside)) : Optional.empty());
        return bytes;
    }
}
