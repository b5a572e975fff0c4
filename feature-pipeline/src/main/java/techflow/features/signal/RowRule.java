package techflow.features.signal;

import java.util.function.Function;
import java.util.function.Predicate;
import techflow.problem.Violation;

/** A rule between the cells of one row, checked once each cell could be read. */
public final class RowRule {
    private final String field;
    private final String rule;
    private final String advice;
    private final Predicate<Signal> holds;
    private final Function<Signal, String> found;

    RowRule(String field, String rule, String advice, Predicate<Signal> holds, Function<Signal, String> found) {
        this.field = field;
        this.rule = rule;
        this.advice = advice;
        this.holds = holds;
        this.found = found;
    }

    /** The column that a violation names. */
    public String field() {
        return field;
    }

    /** The rule as a sentence about that column. */
    public String rule() {
        return rule;
    }

    Predicate<Signal> holds() {
        return holds;
    }

    Violation violation(Signal signal) {
        return new Violation(field, rule, found.apply(signal), advice);
    }
}
