package techflow.datasets.synthetic;

import static techflow.datasets.synthetic.LatentModel.CYCLE;
import static techflow.datasets.synthetic.LatentModel.CYCLE_PHASE;
import static techflow.datasets.synthetic.LatentModel.INDUSTRY;
import static techflow.datasets.synthetic.LatentModel.SIZE;

/** What all firms share: the economy's cycle, with a downturn inside the observation, and each industry's state. */
final class CommonPath {
    /** The cycle starts so that, without shocks, it is at its bottom about two thirds into the world. */
    private static final double FIRST_CYCLE = 0.75;

    private static final double FIRST_PHASE = 0.9;
    private static final double INDUSTRY_DEVIATION = 0.5;

    private final double[][] cycle = new double[WorldCalendar.MONTHS][SIZE];
    private final double[][] industries = new double[Industry.values().length][WorldCalendar.MONTHS];

    CommonPath(long seed) {
        RandomStream random = RandomStream.common(seed);
        cycle[0][CYCLE] = FIRST_CYCLE;
        cycle[0][CYCLE_PHASE] = FIRST_PHASE;
        for (int t = 1; t < WorldCalendar.MONTHS; t++) {
            cycle[t][CYCLE] = LatentModel.next(CYCLE, cycle[t - 1], random);
            cycle[t][CYCLE_PHASE] = LatentModel.next(CYCLE_PHASE, cycle[t - 1], random);
        }
        for (double[] path : industries) {
            path[0] = random.normal(0, INDUSTRY_DEVIATION);
            for (int t = 1; t < WorldCalendar.MONTHS; t++) {
                path[t] = LatentModel.step(INDUSTRY, INDUSTRY) * path[t - 1]
                        + random.normal(0, LatentModel.noise(INDUSTRY));
            }
        }
    }

    /** State of the economy: 0 is average, −1 a downturn. */
    double cycle(int t) {
        return cycle[t][CYCLE];
    }

    /** Copies the shared components of a month into a firm's state. */
    void fill(double[] state, int t, Industry industry) {
        state[CYCLE] = cycle[t][CYCLE];
        state[CYCLE_PHASE] = cycle[t][CYCLE_PHASE];
        state[INDUSTRY] = industries[industry.ordinal()][t];
    }
}
