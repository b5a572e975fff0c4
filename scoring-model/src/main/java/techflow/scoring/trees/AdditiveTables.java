package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;

/**
 * An ensemble in which no path asks about more than two features, as what it is: a constant, a table per feature and a table
 * per pair, whose looked-up numbers sum to the log-odds good : bad. Contributions read from them are exact.
 *
 * <p>Tables are summed as {@code double}: they differ from {@link FlatTreeEnsemble#logOdds}, a sum of {@code float}, by no
 * more than that sum rounds, and from the same sum of {@code double} by less than 1e-9.
 */
public final class AdditiveTables {
    /**
     * A table.
     *
     * @param features one feature or two
     * @param cells the cells of each feature in words, missing last
     * @param values log-odds by cell of the first feature, then by cell of the second (a single column when there is none)
     */
    public record Table(List<FeatureName> features, List<List<String>> cells, List<List<Double>> values) {
        public Table {
            features = List.copyOf(features);
            cells = cells.stream().map(List::copyOf).toList();
            values = values.stream().map(List::copyOf).toList();
        }
    }

    /** What a table adds for one firm, in log-odds. */
    public record Part(List<FeatureName> features, double value) {}

    /** Axis numbers of a table; a table of one feature names it twice. */
    private record Key(int first, int second) implements Comparable<Key> {
        boolean pair() {
            return first != second;
        }

        @Override
        public int compareTo(Key other) {
            return first == other.first ? Integer.compare(second, other.second) : Integer.compare(first, other.first);
        }
    }

    private final double constant;
    private final List<AdditiveAxis> axes;
    private final TreeMap<Key, double[][]> tables;

    private AdditiveTables(double constant, List<AdditiveAxis> axes, TreeMap<Key, double[][]> tables) {
        this.constant = constant;
        this.axes = axes;
        this.tables = tables;
    }

    /**
     * The tables of an ensemble.
     *
     * @throws IllegalArgumentException when a path asks about three features or more; the message names them
     */
    public static AdditiveTables of(FlatTreeEnsemble ensemble) {
        List<TreeSet<Float>> asked = new ArrayList<>();
        ensemble.inputs().forEach(input -> asked.add(new TreeSet<>()));
        ensemble.trees().forEach(tree -> thresholds(tree, asked));
        List<FeatureName> features = ensemble.features();
        List<AdditiveAxis> axes = features.stream()
                .map(feature -> AdditiveAxis.of(feature, ensemble, asked))
                .toList();
        int[] axisOf = ensemble.inputs().stream()
                .mapToInt(input -> features.indexOf(input.feature()))
                .toArray();
        Paths paths = new Paths(axes, axisOf);
        ensemble.trees().forEach(tree -> paths.add(tree, new TreeMap<>()));
        return new AdditiveTables(ensemble.intercept() + paths.constant[0], axes, paths.tables);
    }

    /** Log-odds of the reference, or before any tree when there is none. */
    public double constant() {
        return constant;
    }

    /** Tables of one feature first, in the order of the ensemble's features. */
    public List<Table> tables() {
        return tables.entrySet().stream()
                .sorted((a, b) -> Boolean.compare(a.getKey().pair(), b.getKey().pair()))
                .map(entry -> table(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What each of {@link #tables()} adds for a firm; with {@link #constant()} they sum to its log-odds. */
    public List<Part> parts(FeatureVector vector) {
        return tables.entrySet().stream()
                .sorted((a, b) -> Boolean.compare(a.getKey().pair(), b.getKey().pair()))
                .map(entry -> new Part(features(entry.getKey()), value(entry.getKey(), entry.getValue(), vector)))
                .toList();
    }

    /** The log-odds good : bad. */
    public double logOdds(FeatureVector vector) {
        double sum = constant;
        for (Part part : parts(vector)) {
            sum += part.value();
        }
        return sum;
    }

    /**
     * The same function, told relative to a reference: every table of one feature has mean 0 over the reference, and every
     * row and column of a pair's table too, each weighed by how often its cells occur. So what a pair adds is only what its
     * features do not add alone.
     *
     * @param reference firms to compare with, at least one
     */
    public AdditiveTables centredOn(List<FeatureVector> reference) {
        if (reference.isEmpty()) {
            throw new IllegalArgumentException("a reference needs one firm or more");
        }
        List<double[]> weights =
                axes.stream().map(axis -> weights(axis, reference)).toList();
        TreeMap<Key, double[][]> centred = new TreeMap<>();
        tables.forEach((key, values) ->
                centred.put(key, Arrays.stream(values).map(double[]::clone).toArray(double[][]::new)));
        List<double[][]> singles = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            int size = axes.get(axis).size();
            singles.add(centred.computeIfAbsent(new Key(axis, axis), key -> new double[size][1]));
        }
        double shifted = constant;
        for (Map.Entry<Key, double[][]> entry : List.copyOf(centred.entrySet())) {
            if (entry.getKey().pair()) {
                moveMeans(entry.getKey(), entry.getValue(), weights, singles);
            }
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            shifted += centre(singles.get(axis), weights.get(axis));
        }
        return new AdditiveTables(shifted, axes, centred);
    }

    /** Moves the row means and then the column means of a pair to the tables of its features. */
    private static void moveMeans(Key key, double[][] pair, List<double[]> weights, List<double[][]> singles) {
        double[] first = weights.get(key.first());
        double[] second = weights.get(key.second());
        double[][] ofFirst = singles.get(key.first());
        double[][] ofSecond = singles.get(key.second());
        for (int i = 0; i < pair.length; i++) {
            double mean = 0;
            for (int j = 0; j < second.length; j++) {
                mean += second[j] * pair[i][j];
            }
            ofFirst[i][0] += mean;
            for (int j = 0; j < second.length; j++) {
                pair[i][j] -= mean;
            }
        }
        for (int j = 0; j < second.length; j++) {
            double mean = 0;
            for (int i = 0; i < pair.length; i++) {
                mean += first[i] * pair[i][j];
            }
            ofSecond[j][0] += mean;
            for (double[] row : pair) {
                row[j] -= mean;
            }
        }
    }

    private static double centre(double[][] table, double[] weights) {
        double mean = 0;
        for (int cell = 0; cell < weights.length; cell++) {
            mean += weights[cell] * table[cell][0];
        }
        for (double[] cell : table) {
            cell[0] -= mean;
        }
        return mean;
    }

    private static double[] weights(AdditiveAxis axis, List<FeatureVector> reference) {
        double[] weights = new double[axis.size()];
        for (FeatureVector vector : reference) {
            weights[axis.cell(vector.value(axis.feature()))] += 1.0 / reference.size();
        }
        return weights;
    }

    private double value(Key key, double[][] values, FeatureVector vector) {
        int first =
                axes.get(key.first()).cell(vector.value(axes.get(key.first()).feature()));
        int second = key.pair()
                ? axes.get(key.second())
                        .cell(vector.value(axes.get(key.second()).feature()))
                : 0;
        return values[first][second];
    }

    private List<FeatureName> features(Key key) {
        FeatureName first = axes.get(key.first()).feature();
        return key.pair() ? List.of(first, axes.get(key.second()).feature()) : List.of(first);
    }

    private Table table(Key key, double[][] values) {
        List<List<String>> cells = new ArrayList<>();
        for (int axis : key.pair() ? new int[] {key.first(), key.second()} : new int[] {key.first()}) {
            List<String> texts = new ArrayList<>();
            for (int cell = 0; cell < axes.get(axis).size(); cell++) {
                texts.add(axes.get(axis).text(cell));
            }
            cells.add(texts);
        }
        List<List<Double>> rows = Arrays.stream(values)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new Table(features(key), cells, rows);
    }

    private static void thresholds(TreeNode node, List<TreeSet<Float>> asked) {
        switch (node) {
            case TreeNode.Leaf leaf -> {}
            case TreeNode.Split split -> {
                asked.get(split.input()).add(split.threshold());
                thresholds(split.low(), asked);
                thresholds(split.high(), asked);
            }
        }
    }

    /** Adds each leaf to the table of the features on its path, in the cells that reach it. */
    private static final class Paths {
        private final List<AdditiveAxis> axes;
        private final int[] axisOf;
        private final TreeMap<Key, double[][]> tables = new TreeMap<>();
        private final double[] constant = {0};

        private Paths(List<AdditiveAxis> axes, int[] axisOf) {
            this.axes = axes;
            this.axisOf = axisOf;
        }

        /** @param reached per axis on the path, whether each of its cells comes to the node */
        private void add(TreeNode node, TreeMap<Integer, boolean[]> reached) {
            switch (node) {
                case TreeNode.Leaf leaf -> add(leaf.value(), reached);
                case TreeNode.Split split -> {
                    add(split.low(), narrowed(reached, split, true));
                    add(split.high(), narrowed(reached, split, false));
                }
            }
        }

        private TreeMap<Integer, boolean[]> narrowed(
                TreeMap<Integer, boolean[]> reached, TreeNode.Split split, boolean low) {
            int axis = axisOf[split.input()];
            boolean[] before = reached.get(axis);
            boolean[] cells = new boolean[axes.get(axis).size()];
            for (int cell = 0; cell < cells.length; cell++) {
                float number = axes.get(axis).number(cell, split.input());
                boolean goesLow = Float.isNaN(number) ? split.missingGoesLow() : number < split.threshold();
                cells[cell] = goesLow == low && (before == null || before[cell]);
            }
            TreeMap<Integer, boolean[]> narrowed = new TreeMap<>(reached);
            narrowed.put(axis, cells);
            return narrowed;
        }

        private void add(float value, TreeMap<Integer, boolean[]> reached) {
            switch (reached.size()) {
                case 0 -> constant[0] += value;
                case 1 ->
                    add(
                            value,
                            reached.firstKey(),
                            reached.firstKey(),
                            reached.firstEntry().getValue(),
                            ONE);
                case 2 ->
                    add(
                            value,
                            reached.firstKey(),
                            reached.lastKey(),
                            reached.firstEntry().getValue(),
                            reached.lastEntry().getValue());
                default ->
                    throw new IllegalArgumentException("a path may ask about two features at most, found "
                            + reached.keySet().stream()
                                    .map(axis -> axes.get(axis).feature())
                                    .toList());
            }
        }

        private void add(float value, int first, int second, boolean[] rows, boolean[] columns) {
            double[][] table =
                    tables.computeIfAbsent(new Key(first, second), key -> new double[rows.length][columns.length]);
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; rows[i] && j < columns.length; j++) {
                    table[i][j] += columns[j] ? value : 0;
                }
            }
        }

        private static final boolean[] ONE = {true};
    }
}
