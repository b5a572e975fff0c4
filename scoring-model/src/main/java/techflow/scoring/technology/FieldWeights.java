package techflow.scoring.technology;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.TechnologyField;

/**
 * The weights of the dimensions by technology field (高新技术领域).
 *
 * @param byField one entry for each field
 * @param whenUnknown for a firm whose field is not known
 */
public record FieldWeights(Map<TechnologyField, DimensionWeights> byField, DimensionWeights whenUnknown) {
    /** The category feature that tells a firm's field. */
    public static final FeatureName FIELD = new FeatureName("technology_field");

    public FieldWeights {
        for (TechnologyField field : TechnologyField.values()) {
            if (!byField.containsKey(field)) {
                throw new IllegalArgumentException("each technology field needs weights, found none for " + field);
            }
        }
        byField = Map.copyOf(new EnumMap<>(byField));
    }

    /** The weights for a firm. */
    public DimensionWeights of(FeatureVector vector) {
        return switch (vector.value(FIELD)) {
            case FeatureValue.Category category ->
                Optional.ofNullable(byField.get(TechnologyField.valueOf(category.label())))
                        .orElseThrow();
            case FeatureValue.Missing missing -> whenUnknown;
            case FeatureValue.Numeric numeric ->
                throw new IllegalArgumentException(FIELD + " must be a category, found " + numeric);
        };
    }
}
