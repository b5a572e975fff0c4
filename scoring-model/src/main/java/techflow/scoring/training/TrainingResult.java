package techflow.scoring.training;

import java.util.List;
import java.util.Map;
import techflow.features.definition.FeatureName;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.evaluation.EvaluationReport;

/**
 * What a training gave.
 *
 * @param artifact the model, ready to be written
 * @param report its evaluation on data that it was not fitted on
 * @param informationValues of every feature that could be binned
 * @param dropped features left out, with the reasons
 * @param knockedOut rows left out because a knock-out rule would have refused them
 */
public record TrainingResult(
        ModelArtifact artifact,
        EvaluationReport report,
        Map<FeatureName, Double> informationValues,
        List<ModelTrainer.Dropped> dropped,
        int knockedOut) {
    public TrainingResult {
        informationValues = Map.copyOf(informationValues);
        dropped = List.copyOf(dropped);
    }
}
