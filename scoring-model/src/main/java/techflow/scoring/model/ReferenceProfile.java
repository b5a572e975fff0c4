package techflow.scoring.model;

import java.util.List;
import techflow.features.definition.FeatureValue;

/**
 * The firms that a score is explained against.
 *
 * @param name stable name, such as {@code GRADE_R3_MEAN}
 * @param firms how many training rows it stands for, at least 1
 * @param meanTerms mean raw term of each feature of the model over them, in the model's order
 * @param typicalValues median number or commonest label of each, for people
 * @param sample the values of some of them, one list per firm in the model's order: the reference set of interventional
 *     contributions; empty in artefacts of format 1
 */
public record ReferenceProfile(
        String name,
        long firms,
        List<Double> meanTerms,
        List<FeatureValue> typicalValues,
        List<List<FeatureValue>> sample) {
    public ReferenceProfile {
        meanTerms = List.copyOf(meanTerms);
        typicalValues = List.copyOf(typicalValues);
        sample = sample.stream().map(List::copyOf).toList();
        int size = meanTerms.size();
        if (sample.stream().anyMatch(values -> values.size() != size)) {
            throw new IllegalArgumentException(name + ": a sampled firm needs " + size + " values");
        }
        if (meanTerms.size() != typicalValues.size() || firms < 1) {
            throw new IllegalArgumentException(name + ": one typical value per mean term and at least one firm, found "
                    + meanTerms.size() + ", " + typicalValues.size() + " and " + firms);
        }
    }
}
