package techflow.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fault with a stable code. Its three subclasses say who can mend it. */
public abstract sealed class TechflowException extends RuntimeException permits RecordFault, ModelFault, PlatformFault {
    private final ProblemCode code;
    private final transient List<Parameter> parameters;

    protected TechflowException(
            ProblemCode code, String message, @Nullable Throwable cause, List<Parameter> parameters) {
        super(message, cause);
        this.code = code;
        this.parameters = List.copyOf(parameters);
    }

    public ProblemCode code() {
        return code;
    }

    /** The values that explain the fault; show only those that are {@link Parameter#safe() safe}. */
    public List<Parameter> parameters() {
        return parameters;
    }
}
