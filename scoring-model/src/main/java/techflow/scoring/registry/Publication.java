package techflow.scoring.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;

/** The rules of publishing, the same for every adapter. */
public final class Publication {
    private Publication() {}

    /** What an artefact will be registered as, after it has verified itself. See {@link ModelRegistry#publish}. */
    public static RegisteredModel of(byte[] bytes, String publishedBy, Instant at) {
        if (publishedBy.isBlank()) {
            throw new RecordFault(ProblemCode.PROMOTION_REFUSED, "A publication must name who publishes, found none");
        }
        ModelArtifact artifact = ArtifactReader.read(bytes);
        ArtifactVerifier.verify(artifact);
        return new RegisteredModel(
                ArtifactReader.sha256(bytes),
                artifact.manifest().modelId(),
                artifact.manifest().version(),
                at.truncatedTo(ChronoUnit.MICROS),
                publishedBy);
    }

    /** What is already kept with this hash; refuses other bytes under a model id and version that are taken. */
    public static Optional<RegisteredModel> existing(RegisteredModel candidate, List<RegisteredModel> kept) {
        for (RegisteredModel model : kept) {
            if (model.sha256().equals(candidate.sha256())) {
                return Optional.of(model);
            }
            if (model.modelId().equals(candidate.modelId()) && model.version().equals(candidate.version())) {
                throw new RecordFault(
                        ProblemCode.PROMOTION_REFUSED,
                        "%s %s is already published with other bytes, as %s; give the new model a new version"
                                .formatted(candidate.modelId(), candidate.version(), model.sha256()),
                        Parameter.safe("modelId", candidate.modelId()),
                        Parameter.safe("version", candidate.version()));
            }
        }
        return Optional.empty();
    }
}
