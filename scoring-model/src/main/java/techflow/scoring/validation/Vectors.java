package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;

/** Vectors changed on purpose. */
final class Vectors {
    private Vectors() {}

    static FeatureVector with(FeatureVector vector, FeatureName feature, FeatureValue value) {
        List<FeatureValue> values = new ArrayList<>(vector.values());
        values.set(vector.schema().position(feature).orElseThrow(), value);
        return new FeatureVector(vector.enterprise(), vector.asOf(), vector.schema(), values);
    }

    /** As when a source did not answer. */
    static FeatureVector without(FeatureVector vector, Set<FeatureName> features) {
        List<FeatureValue> values = new ArrayList<>(vector.values());
        for (FeatureName feature : features) {
            values.set(vector.schema().position(feature).orElseThrow(), FeatureValue.missing(MissingReason.NO_DATA));
        }
        return new FeatureVector(vector.enterprise(), vector.asOf(), vector.schema(), values);
    }
}
