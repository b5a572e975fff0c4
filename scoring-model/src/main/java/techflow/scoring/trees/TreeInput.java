package techflow.scoring.trees;

import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;

/**
 * A number that trees ask about: a numeric feature rounded to {@code float}, as trainers do, or for one label of a category
 * 1 or 0. NaN when the feature is missing.
 *
 * @param feature the feature
 * @param label the label asked about, empty for a numeric feature
 */
public record TreeInput(FeatureName feature, Optional<String> label) {
    public float number(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> (float) numeric.value();
            case FeatureValue.Category category ->
                label.filter(category.label()::equals).isPresent() ? 1 : 0;
            case FeatureValue.Missing missing -> Float.NaN;
        };
    }
}
