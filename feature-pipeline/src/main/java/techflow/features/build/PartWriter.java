package techflow.features.build;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.store.vector.VectorSink;

/** Cuts the stream of vectors into parts, always between two firms. */
final class PartWriter implements Consumer<FeatureVector>, AutoCloseable {
    private final BuildTarget target;
    private final int firmsPerPart;
    private final LongConsumer progress;
    private Counts total;
    private Counts part = Counts.NOTHING;
    private Optional<VectorSink> sink = Optional.empty();
    private Optional<EnterpriseId> first = Optional.empty();
    private Optional<EnterpriseId> last = Optional.empty();

    /** @param done what was there before */
    PartWriter(BuildTarget target, int firmsPerPart, Counts done, LongConsumer progress) {
        this.target = target;
        this.firmsPerPart = firmsPerPart;
        this.total = done;
        this.progress = progress;
    }

    @Override
    public void accept(FeatureVector vector) {
        boolean newFirm = !last.equals(Optional.of(vector.enterprise()));
        if (newFirm && part.firms() == firmsPerPart) {
            end();
        }
        if (sink.isEmpty()) {
            sink = Optional.of(target.part());
            first = Optional.of(vector.enterprise());
        }
        sink.get().accept(vector);
        last = Optional.of(vector.enterprise());
        part = part.plus(new Counts(0, newFirm ? 1 : 0, 1, missing(vector)));
        if (newFirm) {
            progress.accept(total.firms() + part.firms());
        }
    }

    private static long missing(FeatureVector vector) {
        return vector.values().stream()
                .filter(FeatureValue.Missing.class::isInstance)
                .count();
    }

    /** Lets go of a part that is not whole: it is never committed. */
    @Override
    public void close() {
        sink.ifPresent(VectorSink::close);
        sink = Optional.empty();
    }

    /** Makes the part under way whole and answers with the counts of everything. */
    Counts end() {
        if (sink.isPresent()) {
            sink.get().close();
            sink = Optional.empty();
            Counts whole = part.plus(new Counts(1, 0, 0, 0));
            target.commit(first.orElseThrow(), last.orElseThrow(), whole);
            total = total.plus(whole);
            part = Counts.NOTHING;
        }
        return total;
    }
}
