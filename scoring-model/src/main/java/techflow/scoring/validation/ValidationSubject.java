package techflow.scoring.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.RegressionFitter;

/**
 * What is validated.
 *
 * @param artifact the model
 * @param sha256 hash of its file
 * @param definitions the catalogue that its vectors were computed by
 * @param rows what it is judged by
 * @param segmentations ways to part the firms
 * @param retraining how to train it anew, empty when that is not possible
 * @param challenger a model to compare with, on the same rows
 * @param serving how an artefact serves, technology settings included
 * @param baseline who fits the logistic regression on raw inputs
 */
public record ValidationSubject(
        ModelArtifact artifact,
        String sha256,
        List<FeatureDefinition> definitions,
        ValidationRows rows,
        List<Segmentation> segmentations,
        Optional<Retraining> retraining,
        Optional<Challenger> challenger,
        Function<ModelArtifact, ScoringPipeline> serving,
        RegressionFitter baseline) {
    /** How the model was trained. */
    public record Retraining(ModelTrainer trainer, List<Candidate> candidates, long seed) {
        public Retraining {
            candidates = List.copyOf(candidates);
        }
    }

    /** Another model. */
    public record Challenger(ModelArtifact artifact, String sha256) {}

    public ValidationSubject {
        definitions = List.copyOf(definitions);
        segmentations = List.copyOf(segmentations);
    }

    public ServedModel model() {
        return new ServedModel(artifact);
    }

    /** @throws IllegalArgumentException when the catalogue has none of that name */
    public FeatureDefinition definition(FeatureName feature) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(feature))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the catalogue has no feature " + feature));
    }
}
