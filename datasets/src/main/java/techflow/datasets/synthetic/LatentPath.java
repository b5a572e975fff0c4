package techflow.datasets.synthetic;

import static techflow.datasets.synthetic.LatentModel.LEVERAGE;
import static techflow.datasets.synthetic.LatentModel.LIQUIDITY;
import static techflow.datasets.synthetic.LatentModel.QUALITY;
import static techflow.datasets.synthetic.LatentModel.SIZE;
import static techflow.datasets.synthetic.LatentModel.TECHNOLOGY;

/** A firm's hidden state in every month of the world, whether or not it fails on the way. */
final class LatentPath {
    private static final double[] FIRST_DEVIATION = {1.0, 0.85, 0.6, 1.0};
    private static final double LIQUIDITY_FROM_QUALITY = 0.6;

    private final Traits traits;
    private final double[][] states = new double[WorldCalendar.MONTHS][SIZE];

    LatentPath(Traits traits, CommonPath common, RandomStream random) {
        this.traits = traits;
        int first = traits.firstMonth();
        start(states[first], random);
        common.fill(states[first], first, traits.industry());
        for (int t = first + 1; t < WorldCalendar.MONTHS; t++) {
            for (int own = QUALITY; own <= TECHNOLOGY; own++) {
                states[t][own] = LatentModel.next(own, states[t - 1], random);
            }
            common.fill(states[t], t, traits.industry());
        }
    }

    private static void start(double[] state, RandomStream random) {
        for (int own = QUALITY; own <= TECHNOLOGY; own++) {
            state[own] = random.normal(0, FIRST_DEVIATION[own]);
        }
        state[LIQUIDITY] = LIQUIDITY_FROM_QUALITY * (state[QUALITY] + state[LIQUIDITY]);
    }

    double of(int component, int t) {
        return states[t][component];
    }

    /** Lack of cash as the outside feels it, about standard normal. */
    double strain(int t) {
        return -states[t][LIQUIDITY] + 0.25 * states[t][LEVERAGE];
    }

    /** Technology as it was; before the firm's first simulated month, as in that month. */
    double technology(int t) {
        return states[Math.max(t, traits.firstMonth())][TECHNOLOGY];
    }

    /** The chance of default in the month for a firm alive at its start. */
    double monthlyHazard(int t) {
        double term = traits.firmTerm() + LatentModel.stage(traits.ageMonths(t));
        return -Math.expm1(-Math.exp(LatentModel.logHazard(states[t], term, traits.equityWeight())));
    }

    /** The true 12-month PD at the end of the month. */
    double truePd(int t) {
        return HazardOutlook.pd(states[t], traits.firmTerm(), traits.equityWeight(), traits.ageMonths(t));
    }

    /** A copy of the state, for tests that simulate its futures. */
    double[] state(int t) {
        return states[t].clone();
    }
}
