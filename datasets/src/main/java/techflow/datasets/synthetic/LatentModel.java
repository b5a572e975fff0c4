package techflow.datasets.synthetic;

/**
 * The hidden state and how it moves: a linear Gaussian system with monthly steps, {@code x' = F x + ε}.
 *
 * <p>Linear on purpose: given today's state, every future log-hazard is normal with known mean and covariance, so the
 * true PD needs no simulation ({@link HazardOutlook}).
 */
final class LatentModel {
    /** How well the firm is run and sells; the first to move. */
    static final int QUALITY = 0;
    /** Cash at hand; follows quality by months. */
    static final int LIQUIDITY = 1;
    /** Debt; grows slowly where quality is low. */
    static final int LEVERAGE = 2;
    /** Ability in technology; moves over years. */
    static final int TECHNOLOGY = 3;
    /** State of the industry, one for all its firms. */
    static final int INDUSTRY = 4;
    /** State of the economy, one for all: a stochastic cycle (Harvey 1989) ... */
    static final int CYCLE = 5;
    /** ... and its companion, a quarter turn ahead. */
    static final int CYCLE_PHASE = 6;
    /** Length of the state. */
    static final int SIZE = 7;

    private static final double CYCLE_MONTHS = 60;
    private static final double CYCLE_DAMPING = 0.99;

    private static final double[][] STEP = step();
    private static final double[] NOISE = {0.262, 0.19, 0.10, 0.110, 0.14, 0.05, 0.05};

    /** What one unit of each component adds to the log of the monthly hazard. */
    private static final double[] LOADING = {-0.62, -1.08, 0.50, -0.40, -0.30, -0.22, 0};

    /** Log of the monthly hazard of a firm with an average state. */
    private static final double BASE = -7.18;

    private LatentModel() {}

    private static double[][] step() {
        double[][] f = new double[SIZE][SIZE];
        f[QUALITY][QUALITY] = 0.965;
        f[LIQUIDITY][LIQUIDITY] = 0.93;
        f[LIQUIDITY][QUALITY] = 0.065;
        f[LIQUIDITY][CYCLE] = 0.02;
        f[LEVERAGE][LEVERAGE] = 0.985;
        f[LEVERAGE][QUALITY] = -0.012;
        f[TECHNOLOGY][TECHNOLOGY] = 0.994;
        f[INDUSTRY][INDUSTRY] = 0.96;
        double angle = 2 * Math.PI / CYCLE_MONTHS;
        f[CYCLE][CYCLE] = CYCLE_DAMPING * Math.cos(angle);
        f[CYCLE][CYCLE_PHASE] = CYCLE_DAMPING * Math.sin(angle);
        f[CYCLE_PHASE][CYCLE] = -CYCLE_DAMPING * Math.sin(angle);
        f[CYCLE_PHASE][CYCLE_PHASE] = CYCLE_DAMPING * Math.cos(angle);
        return f;
    }

    static double step(int to, int from) {
        return STEP[to][from];
    }

    static double noise(int component) {
        return NOISE[component];
    }

    static double loading(int component) {
        return LOADING[component];
    }

    /** The mean of one component after a month. */
    static double expected(int component, double[] state) {
        double sum = 0;
        for (int from = 0; from < SIZE; from++) {
            sum += STEP[component][from] * state[from];
        }
        return sum;
    }

    /** One month onwards for one component. */
    static double next(int component, double[] state, RandomStream random) {
        return random.normal(expected(component, state), NOISE[component]);
    }

    /**
     * Log of the monthly hazard.
     *
     * @param state the state of the month
     * @param firmTerm what is constant or known in advance for the firm: size, frailty, age
     * @param equityWeight how strongly technology protects this firm: more where owners have paid in more
     */
    static double logHazard(double[] state, double firmTerm, double equityWeight) {
        return logHazard(LOADING, state, firmTerm, equityWeight);
    }

    static double logHazard(double[] loading, double[] state, double firmTerm, double equityWeight) {
        double sum = BASE + firmTerm;
        for (int i = 0; i < SIZE; i++) {
            sum += loading[i] * state[i] * (i == TECHNOLOGY ? equityWeight : 1);
        }
        return sum;
    }

    /** What age adds: young firms fail more. */
    static double stage(int ageMonths) {
        if (ageMonths < 24) {
            return 0.35;
        }
        return ageMonths < 60 ? 0.15 : 0;
    }
}
