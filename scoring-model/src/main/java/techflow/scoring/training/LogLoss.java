package techflow.scoring.training;

/** −ln of the probability that a model gave to what happened. */
final class LogLoss {
    private LogLoss() {}

    /** @param logOdds good : bad, of any size */
    static double of(double logOdds, boolean bad) {
        double margin = bad ? -logOdds : logOdds;
        return Math.log(1 + Math.exp(-Math.abs(margin))) + Math.max(-margin, 0);
    }
}
