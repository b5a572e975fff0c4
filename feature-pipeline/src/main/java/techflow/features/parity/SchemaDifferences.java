package techflow.features.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;

/** Every difference of two schemas, where {@link FeatureSchema#differenceTo} stops at the first. */
final class SchemaDifferences {
    private SchemaDifferences() {}

    static List<String> of(FeatureSchema left, FeatureSchema right) {
        List<String> differences = new ArrayList<>();
        if (!left.version().equals(right.version())) {
            differences.add("version " + left.version() + " on the left, " + right.version() + " on the right");
        }
        for (Column column : left.columns()) {
            Optional<Column> other = right.position(column.name()).map(right.columns()::get);
            if (other.isEmpty()) {
                differences.add(column.name() + " stands only on the left");
            } else if (!other.get().equals(column)) {
                differences.add(
                        column.name() + " is " + form(column) + " on the left, " + form(other.get()) + " on the right");
            }
        }
        for (Column column : right.columns()) {
            if (left.position(column.name()).isEmpty()) {
                differences.add(column.name() + " stands only on the right");
            }
        }
        if (differences.isEmpty() && !left.equals(right)) {
            differences.add("the columns stand in another order");
        }
        return differences;
    }

    private static String form(Column column) {
        return column.labels().isEmpty()
                ? column.unit().toString()
                : column.unit() + " " + String.join("|", column.labels());
    }
}
