package planted.scoring.training;

import planted.datasets.Samples;

/** Planted: only the cli knows datasets. */
public final class KnowsDatasets {
    private KnowsDatasets() {}

    static void use() {
        Samples.use();
    }
}
