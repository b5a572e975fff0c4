package techflow.datasets.synthetic;

/**
 * The true PD: the probability of default within the twelve months after the end of a month, given the whole latent
 * state at its end and survival until then.
 *
 * <p>The log-hazards of the coming months are jointly normal given the state, so their sum {@code H} of lognormal
 * hazards has a mean {@code M} and a variance {@code V} in closed form. {@code PD = 1 − E[exp(−H)]} is taken from the
 * gamma distribution with these two moments, {@code 1 − (1 + V/M)^(−M²/V)}. The covariances use the average firm's
 * loading of technology. A test compares it with simulated futures.
 */
final class HazardOutlook {
    /** Months that the PD looks ahead. */
    static final int HORIZON = 12;

    /** Row k: the loadings carried k months back, so that row k times today's state is the mean k months ahead. */
    private static final double[][] ROWS = rows();

    private static final double[][] COVARIANCE = covariance();
    private static final double[][] COVARIANCE_FACTOR = covarianceFactor();

    private HazardOutlook() {}

    /**
     * The true PD.
     *
     * @param state at the end of the month
     * @param firmTerm constant part of the firm's log-hazard
     * @param equityWeight as {@link LatentModel#logHazard}
     * @param ageMonths age in the month
     */
    static double pd(double[] state, double firmTerm, double equityWeight, int ageMonths) {
        double[] mean = new double[HORIZON];
        double total = 0;
        for (int k = 0; k < HORIZON; k++) {
            double term = firmTerm + LatentModel.stage(ageMonths + k + 1);
            double logHazard = LatentModel.logHazard(ROWS[k + 1], state, term, equityWeight);
            mean[k] = Math.exp(logHazard + COVARIANCE[k][k] / 2);
            total += mean[k];
        }
        double variance = variance(mean);
        return -Math.expm1(-total * total / variance * Math.log1p(variance / total));
    }

    private static double variance(double[] mean) {
        double variance = 0;
        for (int j = 0; j < HORIZON; j++) {
            for (int k = 0; k < HORIZON; k++) {
                variance += mean[j] * mean[k] * COVARIANCE_FACTOR[j][k];
            }
        }
        return variance;
    }

    private static double[][] rows() {
        double[][] rows = new double[HORIZON + 1][LatentModel.SIZE];
        for (int i = 0; i < LatentModel.SIZE; i++) {
            rows[0][i] = LatentModel.loading(i);
        }
        for (int k = 1; k <= HORIZON; k++) {
            for (int from = 0; from < LatentModel.SIZE; from++) {
                for (int to = 0; to < LatentModel.SIZE; to++) {
                    rows[k][from] += rows[k - 1][to] * LatentModel.step(to, from);
                }
            }
        }
        return rows;
    }

    private static double[][] covariance() {
        double[][] covariance = new double[HORIZON][HORIZON];
        for (int j = 0; j < HORIZON; j++) {
            for (int k = 0; k < HORIZON; k++) {
                for (int u = 0; u <= Math.min(j, k); u++) {
                    covariance[j][k] += noiseProduct(ROWS[j - u], ROWS[k - u]);
                }
            }
        }
        return covariance;
    }

    private static double noiseProduct(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < LatentModel.SIZE; i++) {
            sum += left[i] * right[i] * LatentModel.noise(i) * LatentModel.noise(i);
        }
        return sum;
    }

    private static double[][] covarianceFactor() {
        double[][] factor = new double[HORIZON][HORIZON];
        for (int j = 0; j < HORIZON; j++) {
            for (int k = 0; k < HORIZON; k++) {
                factor[j][k] = Math.expm1(COVARIANCE[j][k]);
            }
        }
        return factor;
    }
}
