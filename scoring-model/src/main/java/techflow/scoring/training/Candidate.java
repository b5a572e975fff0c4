package techflow.scoring.training;

import java.util.List;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;

/**
 * A feature that may enter a model.
 *
 * @param feature a column of the training set
 * @param direction declared effect on risk, which the trained model must follow
 * @param specials exact values that mean something of their own, such as the code −99; a scorecard gives each a bin
 */
public record Candidate(FeatureName feature, Direction direction, List<FeatureValue> specials) {
    public Candidate {
        specials = List.copyOf(specials);
    }

    /** A feature without special values. */
    public Candidate(FeatureName feature, Direction direction) {
        this(feature, direction, List.of());
    }

    /** Every feature of a catalogue, in its order. */
    public static List<Candidate> of(List<FeatureDefinition> definitions) {
        return definitions.stream()
                .map(definition -> new Candidate(definition.name(), definition.direction()))
                .toList();
    }
}
