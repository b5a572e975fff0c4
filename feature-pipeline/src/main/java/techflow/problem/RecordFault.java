package techflow.problem;

import java.util.List;

/** This row or request is refused; the others go on. */
public final class RecordFault extends TechflowException {
    private final transient List<Violation> violations;

    public RecordFault(ProblemCode code, String message, Parameter... parameters) {
        super(code, message, null, List.of(parameters));
        this.violations = List.of();
    }

    public RecordFault(ProblemCode code, String message, List<Violation> violations) {
        super(code, message, null, List.of());
        this.violations = List.copyOf(violations);
    }

    /** Every broken rule at once; empty when the code alone tells all. */
    public List<Violation> violations() {
        return violations;
    }
}
