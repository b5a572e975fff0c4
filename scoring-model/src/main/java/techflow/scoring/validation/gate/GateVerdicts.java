package techflow.scoring.validation.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * What the gates say.
 *
 * @param rows one per gate, in the order of the file
 * @param overrides answers for gates that failed
 */
public record GateVerdicts(List<Row> rows, List<GateOverride> overrides) {
    /** How a gate came out. */
    public enum Verdict {
        PASSED("通过", "passed"),
        FAILED("未通过", "failed"),
        /** The figure could not be computed, and the gate does not require it. */
        NOT_ASSESSED("未评估", "not assessed");

        private final String chinese;
        private final String english;

        Verdict(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /** One gate. @param value the figure, empty when it could not be computed */
    public record Row(Gate gate, OptionalDouble value, Verdict verdict) {}

    public GateVerdicts {
        rows = List.copyOf(rows);
        overrides = List.copyOf(overrides);
    }

    /**
     * Holds the figures against the gates.
     *
     * @param trainedBy who trained the model, and may not override
     * @throws RecordFault REQUEST_INVALID when an override answers for a gate that did not fail, twice, or by the trainer
     */
    public static GateVerdicts of(
            GatesFile file, Map<Figure, Double> figures, List<GateOverride> overrides, String trainedBy) {
        List<Row> rows = file.gates().stream().map(gate -> row(gate, figures)).toList();
        GateVerdicts verdicts = new GateVerdicts(rows, overrides);
        List<Violation> violations = new ArrayList<>();
        for (GateOverride override : overrides) {
            verdicts.check(override, trainedBy).ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "A gate cannot be overridden so", violations);
        }
        return verdicts;
    }

    /** True when no gate failed. */
    public boolean passed() {
        return failed().isEmpty();
    }

    /** True when somebody answers for every gate that failed. */
    public boolean promotable() {
        return failed().stream().allMatch(row -> override(row.gate().figure()).isPresent());
    }

    public List<Row> failed() {
        return rows.stream().filter(row -> row.verdict() == Verdict.FAILED).toList();
    }

    public Optional<GateOverride> override(Figure figure) {
        return overrides.stream().filter(one -> one.figure() == figure).findFirst();
    }

    private static Row row(Gate gate, Map<Figure, Double> figures) {
        Double value = figures.get(gate.figure());
        if (value == null) {
            return new Row(gate, OptionalDouble.empty(), gate.required() ? Verdict.FAILED : Verdict.NOT_ASSESSED);
        }
        return new Row(gate, OptionalDouble.of(value), gate.holds(value) ? Verdict.PASSED : Verdict.FAILED);
    }

    private Optional<Violation> check(GateOverride override, String trainedBy) {
        boolean failed = failed().stream().anyMatch(row -> row.gate().figure() == override.figure());
        long answers = overrides.stream()
                .filter(one -> one.figure() == override.figure())
                .count();
        String word = override.figure().word();
        if (!failed || answers > 1) {
            return Optional.of(
                    new Violation(word, "must be a gate that failed, overridden once", word, "leave the override out"));
        }
        return override.by().equals(trainedBy)
                ? Optional.of(new Violation(
                        word, "must not be overridden by the trainer", override.by(), "ask a second person"))
                : Optional.empty();
    }
}
