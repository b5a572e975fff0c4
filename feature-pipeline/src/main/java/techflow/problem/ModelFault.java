package techflow.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The model, its artefact or its settings cannot be used: retire it, never fall back in silence. */
public final class ModelFault extends TechflowException {
    public ModelFault(ProblemCode code, String message, Parameter... parameters) {
        this(code, message, null, parameters);
    }

    public ModelFault(ProblemCode code, String message, @Nullable Throwable cause, Parameter... parameters) {
        super(code, message, cause, List.of(parameters));
    }
}
