package techflow.features.engine;

import java.util.function.Consumer;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.store.SignalStore;
import techflow.features.store.Spine;

/** Computes the vectors of a spine from a store. */
public interface FeatureEngine {
    /**
     * Hands every vector of the spine to the sink, in ascending order of enterprise and time, on one thread at a time. A
     * firm on the spine without any signal gets a vector of missing values.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the store does not answer
     */
    void compute(SignalStore store, FeatureCatalog catalog, Spine spine, Consumer<FeatureVector> sink);
}
