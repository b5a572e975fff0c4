package planted.features.signal;

import org.springframework.PlantedLibrary;

/** Planted: pure packages use the JDK and one another; Spring only in the api. */
public final class UsesFramework {
    private UsesFramework() {}

    static void use() {
        PlantedLibrary.use();
    }
}
