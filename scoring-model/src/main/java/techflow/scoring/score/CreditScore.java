package techflow.scoring.score;

/**
 * A score without its reasons.
 *
 * @param logOdds calibrated log-odds good : bad
 * @param score rounded score
 * @param grade credit grade of that score
 */
public record CreditScore(double logOdds, int score, CreditGrade grade) {
    /** The 12-month probability of default. */
    public ProbabilityOfDefault pd() {
        return ProbabilityOfDefault.ofLogOdds(logOdds);
    }
}
