package techflow.api.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** From tensors to vectors of one model, made once for the model. Strict: names, types, shapes, ranges and labels. */
final class InputBinding {
    /** Rows of one request. */
    static final int MOST_ROWS = 1_000;

    /** No firm stands behind a given vector; no real one can bear this code. */
    private static final EnterpriseId NOBODY = EnterpriseId.placeholder("00000000");

    private static final AsOf NEVER = new AsOf(java.time.Instant.EPOCH);
    private static final FeatureValue MISSING = FeatureValue.missing(MissingReason.NO_DATA);
    private static final Set<String> NUMBERS = Set.of("FP64", "FP32", "INT64", "INT32", "INT16", "INT8");
    private static final int MOST_VIOLATIONS = 50;

    private final ServedModel model;
    private final List<FeatureDefinition> inputs;
    private final int[] columns;
    private final Map<String, Integer> byName = new HashMap<>();
    private final FeatureValue[] nothing;

    InputBinding(ServedModel model) {
        this.model = model;
        List<FeatureName> features = model.pipeline().model().features();
        this.inputs = features.stream()
                .map(name -> model.catalog().definition(name).orElseThrow())
                .toList();
        this.columns = features.stream()
                .mapToInt(name -> model.pipeline().schema().position(name).orElseThrow())
                .toArray();
        for (int i = 0; i < columns.length; i++) {
            byName.put(features.get(i).value(), i);
        }
        this.nothing =
                Collections.nCopies(model.pipeline().schema().size(), MISSING).toArray(FeatureValue[]::new);
    }

    ServedModel model() {
        return model;
    }

    /** What the model looks at, in its own order. */
    List<FeatureDefinition> inputs() {
        return inputs;
    }

    /** One vector a row. @throws RecordFault REQUEST_INVALID with every broken rule, up to {@value MOST_VIOLATIONS} */
    List<FeatureVector> vectors(List<Tensor> sent) {
        List<Violation> violations = new ArrayList<>();
        @Nullable Tensor[] ordered = ordered(sent, violations);
        int rows = rows(sent, violations);
        List<FeatureVector> vectors = new ArrayList<>(rows);
        for (int row = 0; row < rows && violations.isEmpty(); row++) {
            vectors.add(vector(ordered, row, violations));
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The request breaks " + violations.size() + " rule(s)",
                    violations.subList(0, Math.min(MOST_VIOLATIONS, violations.size())));
        }
        return vectors;
    }

    private @Nullable Tensor[] ordered(List<Tensor> sent, List<Violation> violations) {
        @Nullable Tensor[] ordered = new @Nullable Tensor[columns.length];
        for (Tensor tensor : sent) {
            Integer place = byName.get(tensor.name);
            if (place == null) {
                violations.add(foreign(tensor.name));
            } else if (ordered[place] != null) {
                violations.add(new Violation(
                        tensor.name, "must stand in the request once", "twice", "send one tensor a feature"));
            } else {
                ordered[place] = tensor;
                check(tensor, inputs.get(place), violations);
            }
        }
        for (int i = 0; i < ordered.length; i++) {
            if (ordered[i] == null) {
                violations.add(new Violation(
                        inputs.get(i).name().value(),
                        "is an input of this model and missing",
                        "",
                        "send it; null for a value that is not known"));
            }
        }
        return ordered;
    }

    private static void check(Tensor tensor, FeatureDefinition input, List<Violation> violations) {
        boolean category = input.unit() == Unit.CATEGORY;
        if (category ? !tensor.datatype.equals("BYTES") : !NUMBERS.contains(tensor.datatype)) {
            violations.add(new Violation(
                    tensor.name,
                    "must have the datatype " + (category ? "BYTES" : "FP64"),
                    shortened(tensor.datatype),
                    "correct it"));
        }
        if (tensor.trouble != null) {
            violations.add(new Violation(tensor.name, tensor.trouble, "", "send numbers, texts and null"));
        }
        if (category ? tensor.hasNumbers() : tensor.hasTexts()) {
            violations.add(new Violation(
                    tensor.name,
                    category ? "must hold texts" : "must hold numbers",
                    category ? "numbers" : "texts",
                    "send null for what is not known"));
        }
        if (!tensor.hasShapeOfAColumn()) {
            violations.add(new Violation(
                    tensor.name,
                    "must have the shape [n] or [n, 1] of its n data",
                    tensor.shapeText() + " of " + tensor.rows(),
                    "correct the shape"));
        }
    }

    private static int rows(List<Tensor> sent, List<Violation> violations) {
        int rows = sent.isEmpty() ? 0 : sent.getFirst().rows();
        sent.stream()
                .filter(tensor -> tensor.rows() != rows)
                .forEach(tensor -> violations.add(new Violation(
                        shortened(tensor.name),
                        "must have as many rows as the first input, " + rows,
                        String.valueOf(tensor.rows()),
                        "send one value a row")));
        if (rows < 1 || rows > MOST_ROWS) {
            violations.add(new Violation(
                    "inputs", "must have 1 to " + MOST_ROWS + " rows", String.valueOf(rows), "send several requests"));
        }
        return rows;
    }

    private FeatureVector vector(@Nullable Tensor[] ordered, int row, List<Violation> violations) {
        FeatureValue[] values = nothing.clone();
        for (int i = 0; i < columns.length; i++) {
            Tensor tensor = ordered[i];
            if (tensor != null) {
                values[columns[i]] = value(tensor, row, inputs.get(i), violations);
            }
        }
        return new FeatureVector(NOBODY, NEVER, model.pipeline().schema(), List.of(values));
    }

    private static FeatureValue value(Tensor tensor, int row, FeatureDefinition input, List<Violation> violations) {
        String text = tensor.text(row);
        if (text != null) {
            if (!input.labels().contains(text)) {
                violations.add(new Violation(
                        at(tensor, row), "must be one of " + input.labels(), shortened(text), "correct it"));
            }
            return new FeatureValue.Category(text);
        }
        double number = tensor.number(row);
        if (Double.isNaN(number)) {
            return MISSING;
        }
        if (Double.isInfinite(number) || !input.range().contains(number)) {
            violations.add(new Violation(
                    at(tensor, row),
                    "must lie in " + input.range().low() + " to "
                            + input.range().high(),
                    String.valueOf(number),
                    "correct it, or send null"));
            return MISSING;
        }
        return FeatureValue.of(number);
    }

    private Violation foreign(String name) {
        boolean known = model.catalog().definitions().stream()
                .anyMatch(d -> d.name().value().equals(name));
        if (known) {
            return new Violation(name, "is a feature, but this model does not look at it", "", "leave it out");
        }
        Optional<String> nearest =
                byName.keySet().stream().min(Comparator.comparingInt(input -> distance(input, name)));
        return new Violation(
                shortened(name),
                "is not a feature",
                "",
                nearest.map(input -> "did you mean " + input + "?").orElse("leave it out"));
    }

    /** Levenshtein's distance, of names no longer than a feature's may be. */
    private static int distance(String one, String found) {
        String other = shortened(found);
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }

    private static String at(Tensor tensor, int row) {
        return tensor.name + "[" + row + "]";
    }

    private static String shortened(String text) {
        return text.length() > 64 ? text.substring(0, 64) + "…" : text;
    }
}
