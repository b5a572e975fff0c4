package techflow.scoring.training;

import java.util.List;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;

/**
 * A feature that may enter a model.
 *
 * @param feature a column of the training set
 * @param direction declared effect on risk, which the trained model must follow
 */
public record Candidate(FeatureName feature, Direction direction) {
    /** Every feature of a catalogue, in its order. */
    public static List<Candidate> of(List<FeatureDefinition> definitions) {
        return definitions.stream()
                .map(definition -> new Candidate(definition.name(), definition.direction()))
                .toList();
    }
}
