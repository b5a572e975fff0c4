package techflow.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.registry.ModelEvent;

/** One model, from a file or a registry, read and verified. */
final class ModelArgument {
    @Parameters(paramLabel = "MODEL", description = "an artefact's file, " + ModelName.HELP)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String model;

    @Mixin
    private RegistryOption registry = new RegistryOption();

    /** @throws techflow.problem.ModelFault when the artefact is not what it should be */
    Read read() throws IOException {
        return Read.of(registry.find(model));
    }

    /**
     * A model that has verified itself.
     *
     * @param sha256 hash of its file
     * @param artifact the model
     * @param decisions what the ledger says of it
     */
    record Read(String sha256, ModelArtifact artifact, List<ModelEvent> decisions) {
        static Read of(RegistryOption.Found found) {
            ModelArtifact artifact = ArtifactReader.read(found.bytes());
            ArtifactVerifier.verify(artifact);
            return new Read(ArtifactReader.sha256(found.bytes()), artifact, found.decisions());
        }

        /** {@code tech-flow-pd 1.0 (3f2a1c0d9e8b)}. */
        String title() {
            return artifact.manifest().modelId() + " " + artifact.manifest().version() + " ("
                    + ModelName.shortHash(sha256) + ")";
        }
    }
}
