package techflow.features.definition;

import java.util.List;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/**
 * The features of one enterprise at one instant, in the order of the schema.
 *
 * @param enterprise whose
 * @param asOf when
 * @param schema the columns
 * @param values one value per column
 */
public record FeatureVector(EnterpriseId enterprise, AsOf asOf, FeatureSchema schema, List<FeatureValue> values) {
    public FeatureVector {
        values = List.copyOf(values);
        if (values.size() != schema.size()) {
            throw new IllegalArgumentException(
                    "a vector must have " + schema.size() + " values, found " + values.size());
        }
    }

    /** @throws IllegalArgumentException when the schema has no such column */
    public FeatureValue value(FeatureName name) {
        return values.get(schema.position(name)
                .orElseThrow(() -> new IllegalArgumentException("the schema has no feature " + name)));
    }

    /** The number of a numeric feature, NaN when it is missing. */
    public double number(FeatureName name) {
        return value(name) instanceof FeatureValue.Numeric numeric ? numeric.value() : Double.NaN;
    }

    /** Share of values that are not missing, in [0, 1]. */
    public double completeness() {
        long known = values.stream()
                .filter(value -> !(value instanceof FeatureValue.Missing))
                .count();
        return values.isEmpty() ? 0 : (double) known / values.size();
    }
}
