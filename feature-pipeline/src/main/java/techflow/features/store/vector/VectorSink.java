package techflow.features.store.vector;

import java.util.function.Consumer;
import techflow.features.definition.FeatureVector;

/** Where vectors go, ascending by enterprise and time. Close it: before that, nothing is whole. */
public interface VectorSink extends Consumer<FeatureVector>, AutoCloseable {
    /**
     * Takes one vector.
     *
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when it cannot be written
     */
    @Override
    void accept(FeatureVector vector);

    /** @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the end cannot be written */
    @Override
    void close();
}
