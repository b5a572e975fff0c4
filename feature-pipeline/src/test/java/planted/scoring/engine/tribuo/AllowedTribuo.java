package planted.scoring.engine.tribuo;

import org.tribuo.PlantedLibrary;

/** Planted: nothing: the adapter may use its library. */
public final class AllowedTribuo {
    private AllowedTribuo() {}

    static void use() {
        PlantedLibrary.use();
    }
}
