package techflow.features.engine.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import techflow.features.definition.FeatureVector;
import techflow.features.store.vector.VectorSet;

/** Results read back, as every other output of a build is. */
final class Vectors {
    private Vectors() {}

    /** In ascending order of enterprise and time, as the port hands them out. */
    static List<FeatureVector> read(Path folder) {
        try (Stream<FeatureVector> vectors = VectorSet.open(folder).vectors()) {
            return vectors.toList();
        }
    }
}
