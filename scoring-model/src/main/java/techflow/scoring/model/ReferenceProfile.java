package techflow.scoring.model;

import java.util.List;
import techflow.features.definition.FeatureValue;

/**
 * The firms that a score is explained against.
 *
 * @param name stable name, such as {@code GRADE_R3_MEAN}
 * @param firms how many training rows it averages, at least 1
 * @param meanTerms mean raw term of each feature of the model, in the model's order
 * @param typicalValues median number or commonest label of each, for people
 */
public record ReferenceProfile(String name, long firms, List<Double> meanTerms, List<FeatureValue> typicalValues) {
    public ReferenceProfile {
        meanTerms = List.copyOf(meanTerms);
        typicalValues = List.copyOf(typicalValues);
        if (meanTerms.size() != typicalValues.size() || firms < 1) {
            throw new IllegalArgumentException(name + ": one typical value per mean term and at least one firm, found "
                    + meanTerms.size() + ", " + typicalValues.size() + " and " + firms);
        }
    }
}
