package techflow.scoring.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.training.TrainingSet;

/**
 * Rows of a foreign table as training rows: numbers first, then categories, each under a name that our schemas allow, and a
 * placeholder code per row. An empty cell is missing.
 */
final class AnonymousRows {
    private static final int LONGEST = 63;

    private final List<String> numeric;
    private final List<String> categorical;
    private final Map<String, List<String>> table;
    private final FeatureSchema schema;

    AnonymousRows(List<String> numeric, List<String> categorical, Map<String, List<String>> table) {
        this.numeric = numeric;
        this.categorical = categorical;
        this.table = table;
        requireColumns();
        List<Column> columns = new ArrayList<>();
        for (String column : numeric) {
            columns.add(new Column(name(columns.size(), column), Unit.RATIO, List.of()));
        }
        for (String column : categorical) {
            columns.add(new Column(name(columns.size(), column), Unit.CATEGORY, labels(cells(column))));
        }
        schema = new FeatureSchema("open-1", columns);
    }

    /** The table's own name of each feature. */
    Map<FeatureName, String> columnNames() {
        Map<FeatureName, String> names = new HashMap<>();
        for (int i = 0; i < schema.size(); i++) {
            names.put(schema.columns().get(i).name(), original(i));
        }
        return names;
    }

    /** @param outcomes 1 is bad, by row */
    TrainingSet trainingSet(List<String> outcomes) {
        AsOf day = AsOf.startOf(LocalDate.of(2020, 1, 1));
        TrainingSet.Builder set = TrainingSet.of(schema);
        for (int row = 0; row < outcomes.size(); row++) {
            List<FeatureValue> values = new ArrayList<>(schema.size());
            for (int column = 0; column < schema.size(); column++) {
                values.add(value(column, cells(original(column)).get(row)));
            }
            EnterpriseId firm = EnterpriseId.placeholder(String.format(Locale.ROOT, "%08d", row));
            set.add(new FeatureVector(firm, day, schema, values), bad(outcomes.get(row)));
        }
        return set.build();
    }

    private List<String> cells(String column) {
        return table.getOrDefault(column, List.of());
    }

    private String original(int column) {
        return column < numeric.size() ? numeric.get(column) : categorical.get(column - numeric.size());
    }

    private FeatureValue value(int column, String text) {
        if (text.isEmpty()) {
            return FeatureValue.missing(MissingReason.NO_DATA);
        }
        return column < numeric.size() ? FeatureValue.of(Double.parseDouble(text)) : new FeatureValue.Category(text);
    }

    private static boolean bad(String text) {
        return Double.parseDouble(text) == 1;
    }

    private static List<String> labels(List<String> cells) {
        TreeSet<String> labels = new TreeSet<>(cells);
        labels.remove("");
        return labels.isEmpty() ? List.of("none") : List.copyOf(labels);
    }

    /** The position makes it unique: tables may differ in nothing but capitals. */
    private static FeatureName name(int position, String column) {
        String words = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String name = String.format(Locale.ROOT, "c%03d_%s", position, words);
        return new FeatureName(name.substring(0, Math.min(LONGEST, name.length())));
    }

    private void requireColumns() {
        List<Violation> violations = new ArrayList<>();
        for (List<String> names : List.of(numeric, categorical)) {
            for (String name : names) {
                if (!table.containsKey(name)) {
                    violations.add(new Violation(
                            name, "must be a column of data.csv.gz", "absent", "take the files of one release"));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, "meta.json names other columns", violations);
        }
    }
}
