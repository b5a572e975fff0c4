package techflow.scoring.training;

/** Hears how far a training is. Called from the thread that trains. */
@FunctionalInterface
public interface TrainingProgress {
    /** Nobody listens. */
    TrainingProgress NONE = (done, total, loss) -> {};

    /**
     * One round more is done.
     *
     * @param done rounds done
     * @param total rounds expected at most
     * @param loss mean log loss on the rows to stop on, NaN when it is not known
     */
    void round(int done, int total, double loss);
}
