package techflow.datasets.synthetic;

/**
 * A firm's lack of cash as one source sees it: the latent strain, the firm's habit there, and a passing mood. All
 * emitters of payment behaviour look through this, each with its own habit, so that no source tells the whole truth.
 */
final class Strain {
    private static final double MOOD_STAYS = 0.75;

    private final LatentPath latent;
    private final double habit;
    private final double deviation;
    private final RandomStream random;
    private double mood;

    Strain(LatentPath latent, double habit, double deviation, RandomStream random) {
        this.latent = latent;
        this.habit = habit;
        this.deviation = deviation;
        this.random = random;
    }

    /** Strain in the month; call once a month, ascending. */
    double next(int t) {
        mood = MOOD_STAYS * mood + random.normal(0, deviation);
        return latent.strain(t) + habit + mood;
    }
}
