package techflow.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something underneath does not answer; the same call may succeed later. */
public final class PlatformFault extends TechflowException {
    public PlatformFault(ProblemCode code, String message, @Nullable Throwable cause, Parameter... parameters) {
        super(code, message, cause, List.of(parameters));
    }
}
