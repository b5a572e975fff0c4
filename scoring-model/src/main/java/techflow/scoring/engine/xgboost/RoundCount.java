package techflow.scoring.engine.xgboost;

import techflow.scoring.training.TrainingProgress;

/** Counts the rounds of a training that has several parts, some of which stop early. */
final class RoundCount {
    private final TrainingProgress progress;
    private long done;
    private long total;

    RoundCount(TrainingProgress progress) {
        this.progress = progress;
    }

    /** Rounds that will be done at most. */
    void expect(long rounds) {
        total += rounds;
    }

    /** One round more is done. */
    void round(double loss) {
        done++;
        progress.round(clamped(done), clamped(Math.max(total, done)), loss);
    }

    /** Rounds that turned out not to be needed. */
    void skipped(long rounds) {
        total -= rounds;
    }

    private static int clamped(long rounds) {
        return (int) Math.min(Integer.MAX_VALUE, rounds);
    }
}
