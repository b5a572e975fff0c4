package planted.scoring.registry;

import reactor.core.PlantedLibrary;

/** Planted: Reactor only in the api. */
public final class UsesReactor {
    private UsesReactor() {}

    static void use() {
        PlantedLibrary.use();
    }
}
