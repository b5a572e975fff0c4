package planted.api.application;

import planted.scoring.training.Trains;

/** Planted: the api never reaches training. */
public final class ReachesTraining {
    private ReachesTraining() {}

    static void use() {
        Trains.use();
    }
}
