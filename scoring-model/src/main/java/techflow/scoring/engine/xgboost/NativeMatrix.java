package techflow.scoring.engine.xgboost;

import java.util.Arrays;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TreeInputs;

/** Rows in native memory, with the label good = 1 and the log-odds from which boosting starts. */
final class NativeMatrix implements AutoCloseable {
    /** More cells than these are laid out outside the heap, where XGBoost reads them without a copy of its own. */
    private static final long HEAP_CELLS = 1 << 24;

    private final DMatrix matrix;
    private final int rows;

    private NativeMatrix(DMatrix matrix, int rows) {
        this.matrix = matrix;
        this.rows = rows;
    }

    /**
     * Copies a set.
     *
     * @param start log-odds of every row before the first tree
     * @throws techflow.problem.PlatformFault when the native library cannot be loaded
     */
    static NativeMatrix of(TrainingSet set, TreeInputs inputs, float start) {
        return of(set, inputs, start, HEAP_CELLS);
    }

    static NativeMatrix of(TrainingSet set, TreeInputs inputs, float start, long heapCells) {
        NativeLibrary.require();
        boolean small = (long) set.size() * inputs.size() <= heapCells;
        NativeMatrix matrix = new NativeMatrix(
                NativeLibrary.call(() -> small ? onHeap(set, inputs) : outside(set, inputs)), set.size());
        try {
            matrix.label(set);
            matrix.start(start);
            return matrix;
        } catch (RuntimeException | Error e) {
            matrix.close();
            throw e;
        }
    }

    DMatrix handle() {
        return matrix;
    }

    int rows() {
        return rows;
    }

    /** Sets the log-odds from which each row starts. */
    void start(float[] margins) {
        NativeLibrary.run(() -> matrix.setBaseMargin(margins));
    }

    private void start(float margin) {
        if (rows > 0) {
            float[] margins = new float[rows];
            Arrays.fill(margins, margin);
            start(margins);
        }
    }

    private void label(TrainingSet set) {
        float[] good = new float[rows];
        for (int row = 0; row < rows; row++) {
            good[row] = set.bad(row) ? 0 : 1;
        }
        NativeLibrary.run(() -> matrix.setLabel(good));
    }

    private static DMatrix onHeap(TrainingSet set, TreeInputs inputs) throws XGBoostError {
        int width = inputs.size();
        float[] cells = new float[set.size() * width];
        inputs.fill(set, (row, input, value) -> cells[row * width + input] = value);
        return new DMatrix(cells, set.size(), width, Float.NaN);
    }

    private static DMatrix outside(TrainingSet set, TreeInputs inputs) throws XGBoostError {
        BigDenseMatrix cells = new BigDenseMatrix(set.size(), inputs.size());
        try {
            inputs.fill(set, cells::set);
            return new DMatrix(cells, Float.NaN);
        } finally {
            cells.dispose();
        }
    }

    @Override
    public void close() {
        matrix.dispose();
    }
}
