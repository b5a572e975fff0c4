package planted.features.engine.local;

import org.apache.spark.PlantedLibrary;

/** Planted: Spark only in its adapter. */
public final class UsesSpark {
    private UsesSpark() {}

    static void use() {
        PlantedLibrary.use();
    }
}
