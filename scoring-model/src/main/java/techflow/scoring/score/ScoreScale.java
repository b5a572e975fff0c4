package techflow.scoring.score;

/**
 * The line from log-odds to score points: {@code points = offset + factor · ln(odds good : bad)}.
 *
 * @param basePoints points at the base odds
 * @param baseOdds odds good : bad that get the base points, above 0
 * @param pointsToDoubleOdds points that double the odds (PDO), above 0
 */
public record ScoreScale(double basePoints, double baseOdds, double pointsToDoubleOdds) {
    /** 600 points at 30 : 1, 40 points to double the odds: our own choice, so that common PDs fall into 300–900. */
    public static final ScoreScale STANDARD = new ScoreScale(600, 30, 40);

    public ScoreScale {
        if (!(baseOdds > 0 && pointsToDoubleOdds > 0)) {
            throw new IllegalArgumentException("base odds and points to double the odds must be above 0, found "
                    + baseOdds + " and " + pointsToDoubleOdds);
        }
    }

    /** Points per unit of log-odds. */
    public double factor() {
        return pointsToDoubleOdds / StrictMath.log(2);
    }

    /** Points at even odds. */
    public double offset() {
        return basePoints - factor() * StrictMath.log(baseOdds);
    }

    /** Unrounded points. */
    public double points(double logOdds) {
        return offset() + factor() * logOdds;
    }

    /** The score: points rounded half up. */
    public int score(double logOdds) {
        return Math.toIntExact(Math.round(points(logOdds)));
    }

    /** The PD at which the unrounded points have this value. */
    public ProbabilityOfDefault pdAt(double points) {
        return ProbabilityOfDefault.ofLogOdds((points - offset()) / factor());
    }
}
