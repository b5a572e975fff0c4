package techflow.scoring.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/**
 * Labelled vectors, kept by column: a number or the index of a category per cell, and for a missing one a NaN that holds
 * why. Immutable; a subset shares the cells.
 */
public final class TrainingSet {
    private final FeatureSchema schema;
    private final CellBlocks cells;
    private final EnterpriseId[] enterprises;
    private final AsOf[] times;
    private final BitSet bads;
    private final double[] weights;
    private final int[] rows;

    private TrainingSet(TrainingSet whole, int[] rows) {
        this.schema = whole.schema;
        this.cells = whole.cells;
        this.enterprises = whole.enterprises;
        this.times = whole.times;
        this.bads = whole.bads;
        this.weights = whole.weights;
        this.rows = rows;
    }

    private TrainingSet(Builder builder) {
        int size = builder.size;
        schema = builder.schema;
        cells = builder.cells;
        enterprises = Arrays.copyOf(builder.enterprises, size);
        times = Arrays.copyOf(builder.times, size);
        bads = (BitSet) builder.bads.clone();
        weights = Arrays.copyOf(builder.weights, size);
        rows = IntStream.range(0, size).toArray();
    }

    public static Builder of(FeatureSchema schema) {
        return new Builder(schema);
    }

    public FeatureSchema schema() {
        return schema;
    }

    public int size() {
        return rows.length;
    }

    public boolean bad(int row) {
        return bads.get(rows[row]);
    }

    /** Labels by row. */
    public boolean[] bads() {
        boolean[] labels = new boolean[size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bad(i);
        }
        return labels;
    }

    /** What each row counts for when weights are fitted, mostly 1. Bins count rows, whatever their weight. */
    public double[] weights() {
        return Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray();
    }

    public int badCount() {
        return (int) IntStream.range(0, size()).filter(this::bad).count();
    }

    public AsOf asOf(int row) {
        return times[rows[row]];
    }

    public EnterpriseId enterprise(int row) {
        return enterprises[rows[row]];
    }

    /** A column of numbers or category indexes by row, NaN where missing. */
    public double[] column(int column) {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(rows[i], column);
        }
        return values;
    }

    /** The number or the index of the category of a cell, NaN where missing. */
    double number(int row, int column) {
        return cells.get(rows[row], column);
    }

    public FeatureValue value(int row, int column) {
        double number = cells.get(rows[row], column);
        if (Double.isNaN(number)) {
            return FeatureValue.missing(CellBlocks.reason(number));
        }
        List<String> labels = schema.columns().get(column).labels();
        return labels.isEmpty() ? FeatureValue.of(number) : new FeatureValue.Category(labels.get((int) number));
    }

    public FeatureVector vector(int row) {
        List<FeatureValue> values = IntStream.range(0, schema.size())
                .mapToObj(column -> value(row, column))
                .toList();
        return new FeatureVector(enterprise(row), asOf(row), schema, values);
    }

    /** The rows that pass, in their order. */
    public TrainingSet where(IntPredicate test) {
        return new TrainingSet(
                this, IntStream.range(0, size()).filter(test).map(i -> rows[i]).toArray());
    }

    /** The days of the as-ofs, ascending. */
    public List<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int row : rows) {
            days.add(times[row].date());
        }
        return List.copyOf(days);
    }

    /** The position of a feature. @throws IllegalArgumentException when the schema has none of that name */
    public int position(FeatureName feature) {
        return schema.position(feature)
                .orElseThrow(() -> new IllegalArgumentException("the schema has no feature " + feature));
    }

    /**
     * Numbers by column in blocks of rows, which grow without a copy: a set of a million firms is held once. A missing cell
     * is a NaN whose last bits are the ordinal of its reason.
     */
    private static final class CellBlocks {
        private static final int BLOCK_BITS = 10;
        private static final int WITHIN = (1 << BLOCK_BITS) - 1;
        private static final long NAN = Double.doubleToRawLongBits(Double.NaN);
        private static final MissingReason[] REASONS = MissingReason.values();

        private final int columns;
        private final List<double[][]> blocks = new ArrayList<>();

        CellBlocks(int columns) {
            this.columns = columns;
        }

        static double missing(MissingReason reason) {
            return Double.longBitsToDouble(NAN | reason.ordinal());
        }

        static MissingReason reason(double missing) {
            return REASONS[(int) (Double.doubleToRawLongBits(missing) & 0xff)];
        }

        double get(int row, int column) {
            return blocks.get(row >> BLOCK_BITS)[column][row & WITHIN];
        }

        /** @param row at most one block beyond the last */
        void set(int row, int column, double value) {
            if (row >> BLOCK_BITS == blocks.size()) {
                blocks.add(new double[columns][WITHIN + 1]);
            }
            blocks.get(row >> BLOCK_BITS)[column][row & WITHIN] = value;
        }
    }

    /** Collects rows. */
    public static final class Builder {
        private final FeatureSchema schema;
        private final CellBlocks cells;
        private EnterpriseId[] enterprises = new EnterpriseId[0];
        private AsOf[] times = new AsOf[0];
        private final BitSet bads = new BitSet();
        private double[] weights = new double[0];
        private int size;

        private Builder(FeatureSchema schema) {
            this.schema = schema;
            this.cells = new CellBlocks(schema.size());
        }

        /** @throws IllegalArgumentException when the vector has another schema or an unknown label */
        public Builder add(FeatureVector vector, boolean bad) {
            return add(vector, bad, 1);
        }

        /** As the other form, with what the row counts for. @param weight finite, 0 or more */
        public Builder add(FeatureVector vector, boolean bad, double weight) {
            if (!(weight >= 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("a row's weight must be finite and 0 or more, found " + weight);
            }
            schema.differenceTo(vector.schema()).ifPresent(difference -> {
                throw new IllegalArgumentException("a training row has another schema: " + difference);
            });
            if (size == enterprises.length) {
                grow(Math.max(1024, size * 2));
            }
            for (int column = 0; column < schema.size(); column++) {
                set(column, vector.values().get(column));
            }
            enterprises[size] = vector.enterprise();
            times[size] = vector.asOf();
            bads.set(size, bad);
            weights[size] = weight;
            size++;
            return this;
        }

        public TrainingSet build() {
            return new TrainingSet(this);
        }

        private void set(int column, FeatureValue value) {
            switch (value) {
                case FeatureValue.Numeric numeric -> cells.set(size, column, numeric.value());
                case FeatureValue.Category category -> cells.set(size, column, index(column, category.label()));
                case FeatureValue.Missing none -> cells.set(size, column, CellBlocks.missing(none.reason()));
            }
        }

        private int index(int column, String label) {
            int index = schema.columns().get(column).labels().indexOf(label);
            if (index < 0) {
                throw new IllegalArgumentException(
                        schema.columns().get(column).name() + " has no label \"" + label + "\"");
            }
            return index;
        }

        private void grow(int capacity) {
            enterprises = Arrays.copyOf(enterprises, capacity);
            times = Arrays.copyOf(times, capacity);
            weights = Arrays.copyOf(weights, capacity);
        }
    }
}
