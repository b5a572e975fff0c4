package planted.datasets;

import planted.scoring.score.Scores;

/** Planted: datasets know features only. */
public final class KnowsScoring {
    private KnowsScoring() {}

    static void use() {
        Scores.use();
    }
}
