package techflow.scoring.artifact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ModelRef;
import techflow.scoring.model.PdUncertainty;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;
import techflow.scoring.technology.InnovationPointsRule;
import techflow.scoring.technology.TechnologyIndex;

/**
 * All that is needed to score: a trained model and what belongs to it, in one value.
 *
 * @param manifest what it is and where it comes from
 * @param schema the vectors that it takes
 * @param model the trained model
 * @param calibrator from raw to calibrated log-odds
 * @param grades score scale and master scale
 * @param references for every grade the firms that a score of that grade is explained against
 * @param uncertainty how far a firm's PD could be elsewhere; empty in artefacts of format 1
 * @param verification rows that the model must reproduce to the last bit
 */
public record ModelArtifact(
        ModelManifest manifest,
        FeatureSchema schema,
        ScoringModel model,
        Calibrator calibrator,
        GradeScale grades,
        Map<CreditGrade, ReferenceProfile> references,
        Optional<PdUncertainty> uncertainty,
        List<VerificationRow> verification) {
    /** @throws IllegalArgumentException when the parts do not belong together */
    public ModelArtifact {
        references = Collections.unmodifiableMap(new EnumMap<>(references));
        verification = List.copyOf(verification);
        require(manifest.schemaFingerprint().equals(schema.fingerprint()), "the manifest names another schema");
        require(
                manifest.featureSetVersion().equals(schema.version()),
                "the manifest names another feature set version");
        for (FeatureName feature : model.features()) {
            require(schema.position(feature).isPresent(), "the schema lacks the model's feature " + feature);
        }
        for (CreditGrade grade : CreditGrade.values()) {
            require(references.containsKey(grade), "no reference profile for grade " + grade);
        }
        for (ReferenceProfile reference : references.values()) {
            require(
                    reference.meanTerms().size() == model.features().size(),
                    "reference " + reference.name() + " must have one mean term per feature of the model");
        }
        uncertainty.ifPresent(of -> require(
                of.knots().size() == model.features().size(),
                "the uncertainty must have knots for each feature of the model"));
        for (VerificationRow row : verification) {
            require(row.vector().schema().equals(schema), "a verification row has another schema");
        }
    }

    /** The same with other verification rows. */
    public ModelArtifact with(List<VerificationRow> rows) {
        return new ModelArtifact(manifest, schema, model, calibrator, grades, references, uncertainty, rows);
    }

    /** The scoring path of this model with the given technology settings. */
    public ScoringPipeline pipeline(TechnologyIndex technology, InnovationPointsRule innovation) {
        return pipeline(technology, innovation, Optional.empty());
    }

    /** The same with a cut-off, see {@link ScoringPipeline#ScoringPipeline}. */
    public ScoringPipeline pipeline(
            TechnologyIndex technology, InnovationPointsRule innovation, Optional<CreditGrade> cutOff) {
        return new ScoringPipeline(
                schema, model, calibrator, grades, references, uncertainty, cutOff, technology, innovation);
    }

    /** How answers name this model. @param sha256 hash of the artefact's file, see {@link ArtifactReader#sha256} */
    public ModelRef ref(String sha256) {
        return new ModelRef(manifest.modelId(), manifest.version(), sha256);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("not one artefact: " + otherwise);
        }
    }
}
