package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import techflow.scoring.signing.ArtifactSignature;

/**
 * An artefact as a file, with its report and its signature beside it.
 *
 * @param path of the artefact
 */
record ArtifactFile(Path path) {
    /** Where it goes: as the user says, or among the models of the state folder. */
    static ArtifactFile of(Optional<Path> out, TrainingRun.Identity identity) {
        return new ArtifactFile(out.orElseGet(() -> Workspace.fromLauncher()
                        .models()
                        .resolve(identity.modelId() + "-" + identity.version() + ".json"))
                .toAbsolutePath());
    }

    void write(TrainingRun.Outcome outcome, Optional<ArtifactSignature> signature) throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, outcome.artifact());
        Files.writeString(report(), outcome.result().report().markdown());
        if (signature.isPresent()) {
            SignatureFile.write(path, signature.get());
        }
    }

    Path report() {
        return path.resolveSibling(path.getFileName().toString().replaceFirst("\\.json$", "") + ".md");
    }
}
