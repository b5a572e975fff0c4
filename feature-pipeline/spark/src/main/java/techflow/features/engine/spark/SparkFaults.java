package techflow.features.engine.spark;

import org.apache.spark.SparkThrowable;
import techflow.problem.ModelFault;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;

/** How a failure inside Spark is told. A fault of ours that an executor threw keeps its code and message. */
final class SparkFaults {
    private SparkFaults() {}

    static TechflowException of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TechflowException fault) {
                return again(fault);
            }
        }
        return new PlatformFault(
                failure instanceof SparkThrowable ? ProblemCode.STORE_UNAVAILABLE : ProblemCode.INTERNAL,
                "Spark gave up: " + firstLine(failure),
                failure);
    }

    /** Made anew: a fault that travelled here has lost its parameters. */
    private static TechflowException again(TechflowException fault) {
        String message = String.valueOf(fault.getMessage());
        return switch (fault) {
            case RecordFault record -> new RecordFault(record.code(), message);
            case ModelFault model -> new ModelFault(model.code(), message, model);
            case PlatformFault platform -> new PlatformFault(platform.code(), message, platform);
        };
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no message");
    }
}
