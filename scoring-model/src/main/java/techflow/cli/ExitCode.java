package techflow.cli;

import techflow.problem.ModelFault;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;

/** The exit codes of every command, stable across releases. */
final class ExitCode {
    static final int DONE = 0;
    static final int WRONG_WORDS = 2;
    static final int GATE_FAILED = 3;
    static final int DATA_BROKEN = 4;
    static final int PLATFORM = 5;

    private ExitCode() {}

    /** A promotion that is refused is a gate that failed, whoever broke the rule. */
    static int of(TechflowException fault) {
        if (fault.code() == ProblemCode.PROMOTION_REFUSED) {
            return GATE_FAILED;
        }
        return switch (fault) {
            case RecordFault record -> DATA_BROKEN;
            case ModelFault model -> GATE_FAILED;
            case PlatformFault platform -> PLATFORM;
        };
    }
}
