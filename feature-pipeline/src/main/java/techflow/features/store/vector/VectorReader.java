package techflow.features.store.vector;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import techflow.features.definition.FeatureVector;

/** Vectors in the order in which they were written. Close it. */
public interface VectorReader extends Iterator<FeatureVector>, AutoCloseable {
    @Override
    void close();

    /** The vectors as a stream that closes this reader. */
    default Stream<FeatureVector> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }
}
