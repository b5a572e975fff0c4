package techflow.scoring.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * What a model must show on its hold-out before it may become champion. Our own limits, chosen to catch a broken model,
 * not to rank good ones.
 *
 * @param leastBads defaults below which nothing can be said
 * @param leastAuc smallest AUC
 * @param leastSlope smallest calibration slope
 * @param greatestSlope greatest calibration slope
 * @param greatestRatio how many times expected defaults may exceed observed ones, or the reverse
 */
public record PromotionGates(
        int leastBads, double leastAuc, double leastSlope, double greatestSlope, double greatestRatio) {
    public static final PromotionGates STANDARD = new PromotionGates(20, 0.60, 0.6, 1.6, 1.5);

    /**
     * One gate.
     *
     * @param name stable name
     * @param rule the rule, as a sentence
     * @param found the value found
     * @param passed whether it holds
     */
    public record Gate(String name, String rule, double found, boolean passed) {
        /** One line, such as {@code PASS auc: the AUC must be 0.60 or more, found 0.781}. */
        public String describe() {
            return String.format(Locale.ROOT, "%s %s: %s, found %.3f", passed ? "PASS" : "FAIL", name, rule, found);
        }
    }

    /** Every gate, those that failed included. */
    public List<Gate> check(EvaluationReport report) {
        double auc = report.discrimination().auc().value();
        double slope = report.calibration().line().slope();
        double expected = report.calibration().grades().stream()
                .filter(row -> row.rows() > 0)
                .mapToDouble(row -> row.rows() * row.expectedRate())
                .sum();
        double ratio = expected / report.bads();
        return List.of(
                gate("bads", report.bads() >= leastBads, report.bads(), "there must be %d bads or more", leastBads),
                gate("auc", auc >= leastAuc, auc, "the AUC must be %.2f or more", leastAuc),
                gate(
                        "slope",
                        slope >= leastSlope && slope <= greatestSlope,
                        slope,
                        "the calibration slope must lie in %.2f to %.2f",
                        leastSlope,
                        greatestSlope),
                gate(
                        "level",
                        ratio <= greatestRatio && ratio >= 1 / greatestRatio,
                        ratio,
                        "expected over observed defaults must lie in %.2f to %.2f",
                        1 / greatestRatio,
                        greatestRatio));
    }

    /** True when every gate holds. */
    public boolean passed(EvaluationReport report) {
        return check(report).stream().allMatch(Gate::passed);
    }

    private static Gate gate(String name, boolean passed, double found, String rule, Object... limits) {
        return new Gate(name, String.format(Locale.ROOT, rule, limits), found, passed);
    }
}
