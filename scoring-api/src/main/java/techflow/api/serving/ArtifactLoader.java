package techflow.api.serving;

import techflow.features.definition.FeatureCatalog;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.settings.TechnologySettings;

/** Reads, checks and verifies artefacts against one catalogue and one version of the technology settings. */
public final class ArtifactLoader implements ModelLoader {
    private final FeatureCatalog catalog;
    private final TechnologySettings settings;

    /** @throws ModelFault SETTING_INVALID when the settings use a feature that the catalogue does not have */
    public ArtifactLoader(FeatureCatalog catalog, TechnologySettings settings) {
        settings.requireFeaturesIn(catalog.schema());
        this.catalog = catalog;
        this.settings = settings;
    }

    @Override
    public ServedModel load(byte[] bytes, String sha256, String alias) {
        refuseOtherBytes(bytes, sha256);
        ModelArtifact artifact = ArtifactReader.read(bytes);
        refuseOtherSchema(artifact);
        ArtifactVerifier.verify(artifact);
        return new ServedModel(
                artifact.ref(sha256),
                alias,
                artifact.pipeline(settings.index(), settings.innovationPoints(), settings.cutOff()),
                catalog,
                new ServedModel.Settings(
                        settings.version(),
                        settings.text(),
                        settings.certificates(),
                        settings.warnings(),
                        settings.actions()));
    }

    private static void refuseOtherBytes(byte[] bytes, String sha256) {
        String found = ArtifactReader.sha256(bytes);
        if (!found.equals(sha256)) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT,
                    "The artefact must have the SHA-256 " + sha256 + " that the registry names, found " + found,
                    Parameter.safe("expected", sha256),
                    Parameter.safe("found", found));
        }
    }

    private void refuseOtherSchema(ModelArtifact artifact) {
        catalog.schema().differenceTo(artifact.schema()).ifPresent(difference -> {
            throw new ModelFault(
                    ProblemCode.SCHEMA_MISMATCH,
                    "The model was trained on other features than this release computes: " + difference
                            + "; promote a model of " + catalog.schema().version()
                            + ", or go on with the release that trained this one",
                    Parameter.safe("expected", catalog.schema()),
                    Parameter.safe("found", artifact.schema()));
        });
    }
}
