package techflow.scoring.engine.xgboost;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.training.ModelTrainer;

/** The door to XGBoost's native code: says in words what is missing, and turns its errors into ours. */
final class NativeLibrary {
    static final ModelTrainer.Library LIBRARY = new ModelTrainer.Library("xgboost4j", "3.0.4");

    private NativeLibrary() {}

    /** A native call that gives something. */
    interface Call<T> {
        T run() throws XGBoostError;
    }

    /** A native call. */
    interface Action {
        void run() throws XGBoostError;
    }

    /** @throws PlatformFault INTERNAL when the native library cannot be loaded; the message says what to install */
    static void require() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
        } catch (XGBoostError | LinkageError e) {
            throw absent(e);
        }
    }

    /** @throws ModelFault TRAINING_DATA_UNFIT with XGBoost's own words */
    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (XGBoostError e) {
            throw new ModelFault(
                    ProblemCode.TRAINING_DATA_UNFIT,
                    "XGBoost refused: " + firstLine(e),
                    e,
                    Parameter.safe("library", LIBRARY));
        }
    }

    static void run(Action action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    private static PlatformFault absent(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new PlatformFault(
                ProblemCode.INTERNAL,
                ("XGBoost's native library cannot be loaded on %s %s: %s. It needs glibc, OpenMP (Debian and Ubuntu: apt-get"
                                + " install libgomp1; Red Hat: dnf install libgomp; macOS: brew install libomp) and a folder"
                                + " for temporary files that allows execution (now %s)")
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                firstLine(root),
                                System.getProperty("java.io.tmpdir")),
                fault,
                Parameter.safe("library", LIBRARY));
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }
}
