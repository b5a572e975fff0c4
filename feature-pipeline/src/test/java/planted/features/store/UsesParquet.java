package planted.features.store;

import org.apache.parquet.PlantedLibrary;

/** Planted: Parquet only in its adapter. */
public final class UsesParquet {
    private UsesParquet() {}

    static void use() {
        PlantedLibrary.use();
    }
}
