package smile;

/** Stands for the library of this package where the library itself is absent. */
public final class PlantedLibrary {
    private PlantedLibrary() {}

    public static void use() {}
}
