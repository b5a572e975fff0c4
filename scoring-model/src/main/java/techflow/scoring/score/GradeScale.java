package techflow.scoring.score;

import java.util.ArrayList;
import java.util.List;

/**
 * The master scale: which score, and so which PD, belongs to which {@link CreditGrade}.
 *
 * <p>Limits are snapped to half-points of the score, so the grade is one function of the integer score and of the PD.
 *
 * @param scale the score scale that the limits stand on
 * @param lowerPoints for R1 to R9 the half-point above which the grade begins, strictly descending; R10 takes the rest
 */
public record GradeScale(ScoreScale scale, List<Double> lowerPoints) {
    /** Upper PD limits of R1 to R9 that {@link #standard} snaps. Our own choice, doubling steps from 0.25 %. */
    private static final double[] STANDARD_PD_LIMITS = {0.0025, 0.005, 0.01, 0.015, 0.025, 0.04, 0.065, 0.11, 0.2};

    public GradeScale {
        lowerPoints = List.copyOf(lowerPoints);
        if (lowerPoints.size() != CreditGrade.values().length - 1) {
            throw new IllegalArgumentException("a master scale needs 9 limits, found " + lowerPoints.size());
        }
        for (int i = 0; i < lowerPoints.size(); i++) {
            double limit = lowerPoints.get(i);
            if (limit != Math.floor(limit) + 0.5) {
                throw new IllegalArgumentException("grade limits must be half-points, found " + limit);
            }
            if (i > 0 && limit >= lowerPoints.get(i - 1)) {
                throw new IllegalArgumentException("grade limits must descend, found " + lowerPoints);
            }
        }
    }

    /** The standard PD limits snapped to half-points of the score scale. */
    public static GradeScale standard(ScoreScale scale) {
        List<Double> limits = new ArrayList<>();
        for (double pd : STANDARD_PD_LIMITS) {
            double points = scale.points(new ProbabilityOfDefault(pd).logOdds());
            limits.add(Math.floor(points) + 0.5);
        }
        return new GradeScale(scale, limits);
    }

    /** The grade of an integer score. */
    public CreditGrade grade(int score) {
        for (int i = 0; i < lowerPoints.size(); i++) {
            if (score > lowerPoints.get(i)) {
                return CreditGrade.values()[i];
            }
        }
        return CreditGrade.R10;
    }

    /** The lowest score of a grade; R10 has none and answers {@link Integer#MIN_VALUE}. */
    public int lowestScore(CreditGrade grade) {
        return grade == CreditGrade.R10 ? Integer.MIN_VALUE : (int) Math.ceil(lowerPoints.get(grade.ordinal()));
    }

    /** The lowest PD of a grade, 0 for R1: grades tile (0, 1) without gap or overlap. */
    public double lowerPd(CreditGrade grade) {
        return grade == CreditGrade.R1 ? 0 : upperPd(CreditGrade.values()[grade.ordinal() - 1]);
    }

    /** The highest PD of a grade, 1 for R10. */
    public double upperPd(CreditGrade grade) {
        return grade == CreditGrade.R10
                ? 1
                : scale.pdAt(lowerPoints.get(grade.ordinal())).value();
    }
}
