package techflow.scoring.score;

import java.util.Comparator;
import java.util.List;

/**
 * Why a score is what it is.
 *
 * @param reference whom the firm is compared with, such as {@code GRADE_R3_MEAN}: the firms of the next better grade
 * @param baselinePoints mean unrounded score of the reference firms
 * @param contributions one per characteristic of the model, in the model's order; with the baseline they sum to the
 *     unrounded score
 */
public record Explanation(String reference, double baselinePoints, List<Contribution> contributions) {
    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /** The contributions that cost points, dearest first. */
    public List<Contribution> adverse(int limit) {
        return ranked(contributions.stream().filter(c -> c.points() < 0).toList(), limit);
    }

    /** The contributions that gain points, best first. */
    public List<Contribution> supportive(int limit) {
        return ranked(contributions.stream().filter(c -> c.points() > 0).toList(), limit);
    }

    /** The unrounded score. */
    public double points() {
        return baselinePoints
                + contributions.stream().mapToDouble(Contribution::points).sum();
    }

    private static List<Contribution> ranked(List<Contribution> some, int limit) {
        return some.stream()
                .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.points()))
                        .thenComparing(Contribution::feature))
                .limit(limit)
                .toList();
    }
}
