package org.apache.parquet;

/** Stands for the library of this package, so that the planted class needs none of its own. */
public final class PlantedLibrary {
    private PlantedLibrary() {}

    public static void use() {}
}
