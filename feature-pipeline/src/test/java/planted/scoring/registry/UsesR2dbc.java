package planted.scoring.registry;

import io.r2dbc.spi.PlantedLibrary;

/** Planted: R2DBC only in the api. */
public final class UsesR2dbc {
    private UsesR2dbc() {}

    static void use() {
        PlantedLibrary.use();
    }
}
