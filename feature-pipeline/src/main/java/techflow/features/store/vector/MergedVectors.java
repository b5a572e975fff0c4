package techflow.features.store.vector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;

/** Files that ascend each in itself, read as one that ascends; all are open at once. */
final class MergedVectors implements VectorReader {
    private static final Comparator<FeatureVector> ORDER =
            Comparator.comparing(FeatureVector::enterprise).thenComparing(FeatureVector::asOf);

    private final PriorityQueue<Ahead> heads = new PriorityQueue<>(Comparator.comparing(Ahead::vector, ORDER));
    private final List<VectorReader> readers = new ArrayList<>();

    /** The next vector of a file, and the rest of it. */
    private record Ahead(FeatureVector vector, VectorReader rest) {}

    private MergedVectors() {}

    static MergedVectors open(List<Path> files, VectorFormat format, FeatureSchema schema) {
        MergedVectors merged = new MergedVectors();
        try {
            for (Path file : files) {
                VectorReader reader = format.open(file, schema);
                merged.readers.add(reader);
                merged.queue(reader);
            }
            return merged;
        } catch (RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    private void queue(VectorReader reader) {
        if (reader.hasNext()) {
            heads.add(new Ahead(reader.next(), reader));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public FeatureVector next() {
        if (heads.isEmpty()) {
            throw new NoSuchElementException("no vector is left");
        }
        Ahead first = heads.remove();
        queue(first.rest());
        return first.vector();
    }

    @Override
    public void close() {
        readers.forEach(VectorReader::close);
    }
}
