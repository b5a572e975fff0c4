package planted.cli;

import planted.datasets.Samples;

/** Planted: nothing: the cli may know datasets. */
public final class AllowedDatasets {
    private AllowedDatasets() {}

    static void use() {
        Samples.use();
    }
}
