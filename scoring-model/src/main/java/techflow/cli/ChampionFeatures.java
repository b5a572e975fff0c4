package techflow.cli;

import java.util.Optional;
import techflow.features.definition.FeatureSchema;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;

/** Whether the champion that an earlier release left takes the features that this release computes. */
final class ChampionFeatures {
    private ChampionFeatures() {}

    /**
     * True when there is a champion that can serve; false when there is none yet.
     *
     * @throws ModelFault SCHEMA_MISMATCH when it was trained on other features: its name, and what to do
     */
    static boolean areServed(ModelRegistry registry, FeatureSchema computed) {
        Optional<ModelArtifact> champion =
                registry.bearer(ModelAlias.CHAMPION).map(registry::read).map(ArtifactReader::read);
        champion.ifPresent(model -> computed.differenceTo(model.schema()).ifPresent(difference -> {
            throw refusal(model, computed, difference);
        }));
        return champion.isPresent();
    }

    private static ModelFault refusal(ModelArtifact champion, FeatureSchema computed, String difference) {
        return new ModelFault(
                ProblemCode.SCHEMA_MISMATCH,
                "The champion " + champion.manifest().modelId() + " "
                        + champion.manifest().version() + " was trained on the features "
                        + champion.schema().version() + ", and this release computes " + computed.version() + " ("
                        + difference + "). The signals are migrated and nothing is lost, but no score can be given."
                        + " Either set TECHFLOW_STATE to a new folder and run ./techflow up again, which trains a"
                        + " champion of " + computed.version() + " on a synthetic population; or promote a model of "
                        + computed.version() + " in this database",
                Parameter.safe("expected", computed),
                Parameter.safe("found", champion.schema()));
    }
}
