package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.registry.postgres.PostgresModelRegistry;

/**
 * A model as a command names it: the file of an artefact, an alias such as {@code champion}, a version, or the first digits of
 * the hash.
 *
 * @param artifact read and verified
 * @param sha256 hash of its bytes
 */
record ModelSource(ModelArtifact artifact, String sha256) {
    static ModelSource named(String name, DatabaseOption database) throws IOException {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return of(Files.readAllBytes(file));
        }
        if (name.endsWith(".json") || file.getNameCount() > 1) {
            throw new RecordFault(ProblemCode.MODEL_UNKNOWN, "There is no file " + name);
        }
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
            ModelRegistry registry = new PostgresModelRegistry(opened.url().dataSource());
            return of(registry.read(hash(registry, name)));
        }
    }

    private static ModelSource of(byte[] bytes) {
        ModelArtifact artifact = ArtifactReader.read(bytes);
        ArtifactVerifier.verify(artifact);
        return new ModelSource(artifact, ArtifactReader.sha256(bytes));
    }

    private static String hash(ModelRegistry registry, String name) {
        for (ModelAlias alias : ModelAlias.values()) {
            if (alias.word().equals(name.toLowerCase(Locale.ROOT))) {
                return registry.bearer(alias)
                        .orElseThrow(() -> new RecordFault(ProblemCode.MODEL_UNKNOWN, "No model is " + name + " now"));
            }
        }
        List<RegisteredModel> found = registry.list().stream()
                .filter(model -> model.version().equals(name) || model.sha256().startsWith(name))
                .toList();
        if (found.size() != 1) {
            throw new RecordFault(
                    ProblemCode.MODEL_UNKNOWN,
                    found.isEmpty()
                            ? "There is no file " + name
                                    + ", and no model has that version, hash or alias; see ./techflow" + " models list"
                            : found.size() + " models answer to " + name + "; give more digits of the hash");
        }
        return found.getFirst().sha256();
    }
}
