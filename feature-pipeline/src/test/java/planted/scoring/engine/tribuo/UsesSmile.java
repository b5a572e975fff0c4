package planted.scoring.engine.tribuo;

import smile.PlantedLibrary;

/** Planted: Smile only in its adapter. */
public final class UsesSmile {
    private UsesSmile() {}

    static void use() {
        PlantedLibrary.use();
    }
}
