package techflow.scoring.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.snapshot.AsOf;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.TrainingSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A public labelled set with fixed folds, read where it lies outside the project.
 *
 * @param set its rows in the order of the file; features are named by position
 * @param candidates every feature, none with a declared direction
 * @param folds by row
 * @param peers pooled out-of-fold AUC of the reference models by name
 */
@SuppressWarnings("ArrayRecordComponent")
public record SharedSet(
        String name, TrainingSet set, List<Candidate> candidates, int[] folds, Map<String, Double> peers) {
    private static final AsOf DAY = AsOf.startOf(LocalDate.of(2020, 1, 1));

    /** The folder of the sets, when the environment names one. */
    public static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv("TECHFLOW_SHARED"))
                .map(shared -> Path.of(shared).resolve("data"))
                .filter(Files::isDirectory);
    }

    public static SharedSet read(Path folder, String name) throws IOException {
        Path own = folder.resolve(name);
        ObjectMapper json = new ObjectMapper();
        JsonNode meta = json.readTree(own.resolve("meta.json").toFile());
        List<String> categorical = new ArrayList<>();
        meta.get("categorical").forEach(node -> categorical.add(node.stringValue()));
        List<String> columns = new ArrayList<>();
        meta.get("numeric").forEach(node -> columns.add(node.stringValue()));
        columns.addAll(categorical);
        List<NamedCsvRecord> rows = rows(own.resolve("data.csv.gz"));
        FeatureSchema schema = schema(columns, categorical, rows);
        TrainingSet.Builder set = TrainingSet.of(schema);
        for (int row = 0; row < rows.size(); row++) {
            set.add(
                    vector(row, rows.get(row), columns, schema),
                    rows.get(row).getField("target").equals("1"));
        }
        Map<String, Double> peers = new java.util.TreeMap<>();
        json.readTree(own.resolve("peers.json").toFile())
                .get("results")
                .properties()
                .forEach(entry ->
                        peers.put(entry.getKey(), entry.getValue().get("auc").doubleValue()));
        return new SharedSet(
                name, set.build(), candidates(schema), folds(own.resolve("folds.csv.gz"), rows.size()), peers);
    }

    private static FeatureVector vector(int row, NamedCsvRecord from, List<String> columns, FeatureSchema schema) {
        List<FeatureValue> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(from.getField(columns.get(i)), schema.columns().get(i)));
        }
        return new FeatureVector(SmallWorld.firm(row), DAY, schema, values);
    }

    private static FeatureValue value(String text, Column column) {
        if (text.isEmpty()) {
            return SmallWorld.missing();
        }
        return column.labels().isEmpty() ? FeatureValue.of(Double.parseDouble(text)) : new FeatureValue.Category(text);
    }

    private static FeatureSchema schema(List<String> columns, List<String> categorical, List<NamedCsvRecord> rows) {
        List<Column> schema = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            FeatureName feature = new FeatureName("x%03d".formatted(i));
            if (categorical.contains(column)) {
                TreeSet<String> labels = new TreeSet<>();
                rows.forEach(row -> labels.add(row.getField(column)));
                labels.remove("");
                schema.add(new Column(feature, Unit.CATEGORY, List.copyOf(labels)));
            } else {
                schema.add(new Column(feature, Unit.RATIO, List.of()));
            }
        }
        return new FeatureSchema("shared-1", schema);
    }

    private static List<Candidate> candidates(FeatureSchema schema) {
        return schema.columns().stream()
                .map(column -> new Candidate(column.name(), Direction.NONE))
                .toList();
    }

    private static int[] folds(Path file, int size) throws IOException {
        int[] folds = new int[size];
        for (NamedCsvRecord row : rows(file)) {
            folds[Integer.parseInt(row.getField("row"))] = Integer.parseInt(row.getField("fold"));
        }
        return folds;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new GZIPInputStream(Files.newInputStream(file)))) {
            return csv.stream().toList();
        }
    }
}
