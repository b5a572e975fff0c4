package techflow.scoring.engine.xgboost;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/** A booster in native memory. */
final class NativeBooster implements AutoCloseable {
    private static final String JUDGED = "judged";

    private final Booster booster;

    private NativeBooster(Booster booster) {
        this.booster = booster;
    }

    /** A booster without a tree, that remembers its predictions on the matrices it will be trained on and judged by. */
    static NativeBooster untrained(Map<String, Object> parameters, NativeMatrix fit, NativeMatrix... judge) {
        Map<String, DMatrix> watched = new HashMap<>();
        for (NativeMatrix matrix : judge) {
            watched.put(JUDGED + watched.size(), matrix.handle());
        }
        return new NativeBooster(NativeLibrary.call(
                () -> XGBoost.train(fit.handle(), new HashMap<>(parameters), 0, watched, null, null)));
    }

    /** A booster of trees that were read from a model before. */
    static NativeBooster of(BoosterJson model) {
        NativeLibrary.require();
        return new NativeBooster(NativeLibrary.call(() -> {
            try {
                Booster booster = XGBoost.loadModel(model.bytes());
                booster.setParam("nthread", 1);
                return booster;
            } catch (java.io.IOException e) {
                throw new IllegalStateException("bytes are read without a file", e);
            }
        }));
    }

    /** Grows further trees otherwise. */
    void change(Map<String, Object> parameters) {
        NativeLibrary.run(() -> booster.setParams(parameters));
    }

    /** Grows the trees of one round. */
    void round(NativeMatrix fit, int round) {
        NativeLibrary.run(() -> booster.update(fit.handle(), round));
    }

    /** Mean log loss of the matrix. */
    double loss(NativeMatrix judge, int round) {
        String line =
                NativeLibrary.call(() -> booster.evalSet(new DMatrix[] {judge.handle()}, new String[] {JUDGED}, round));
        return Double.parseDouble(line.substring(line.lastIndexOf(':') + 1));
    }

    /** The log-odds of each row, its start included. */
    float[] margins(NativeMatrix rows) {
        if (rows.rows() == 0) {
            return new float[0];
        }
        float[][] wide = NativeLibrary.call(() -> booster.predict(rows.handle(), true));
        float[] margins = new float[wide.length];
        for (int row = 0; row < margins.length; row++) {
            margins[row] = wide[row][0];
        }
        return margins;
    }

    BoosterJson json() {
        return BoosterJson.read(NativeLibrary.call(() -> booster.toByteArray("json")));
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
