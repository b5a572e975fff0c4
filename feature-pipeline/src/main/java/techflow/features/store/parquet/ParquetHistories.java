package techflow.features.store.parquet;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore.History;
import techflow.features.store.SignalStore.Undecoded;
import techflow.features.store.parquet.ParquetSignalReader.Taken;

/**
 * The sorted parts of all kinds, merged firm by firm. A part is opened when the merge reaches its first firm and closed
 * after its last, so that of parts that follow one another only one per kind is open.
 */
final class ParquetHistories extends Spliterators.AbstractSpliterator<Undecoded> implements AutoCloseable {
    /** A part not yet opened; no row of it is before {@code first}. */
    private record Waiting(Path file, SignalKind kind, String first) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<SortedPart> open = new ArrayList<>();
    private final String after;

    private ParquetHistories(String after) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
        this.after = after;
    }

    /** @param after read only firms whose code is greater; the empty text for all */
    static ParquetHistories open(Path directory, String after) {
        ParquetHistories histories = new ParquetHistories(after);
        List<Waiting> parts = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            for (Path file : ParquetParts.of(directory, kind)) {
                parts.add(new Waiting(file, kind, firstFirm(file)));
            }
        }
        parts.sort(Comparator.comparing(Waiting::first));
        histories.waiting.addAll(parts);
        return histories;
    }

    /** By the file's statistics; the empty text, which is before every firm, when it has none. */
    private static String firstFirm(Path file) {
        try (ParquetTableReader table = ParquetTableReader.open(file)) {
            return table.smallest(SignalFormat.HEADER_COLUMNS.getFirst()).orElse("");
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Undecoded> action) {
        Optional<EnterpriseId> next = nextFirm();
        next.ifPresent(enterprise -> {
            List<Taken> rows = new ArrayList<>();
            open.forEach(part -> part.take(enterprise, rows));
            closeEnded();
            action.accept(new Undecoded(enterprise, () -> decode(enterprise, rows)));
        });
        return next.isPresent();
    }

    private static History decode(EnterpriseId enterprise, List<Taken> rows) {
        return new History(enterprise, rows.stream().map(Taken::signal).toList());
    }

    private Optional<EnterpriseId> nextFirm() {
        Optional<EnterpriseId> next = smallest();
        while (!waiting.isEmpty() && isDue(waiting.element(), next)) {
            Waiting part = waiting.remove();
            open.add(SortedPart.open(part.file(), part.kind(), after));
            next = smallest();
        }
        return next;
    }

    private static boolean isDue(Waiting part, Optional<EnterpriseId> next) {
        return next.isEmpty() || part.first().compareTo(next.get().code()) <= 0;
    }

    private Optional<EnterpriseId> smallest() {
        return open.stream().flatMap(part -> part.firm().stream()).min(Comparator.naturalOrder());
    }

    private void closeEnded() {
        open.removeIf(part -> {
            boolean ended = part.firm().isEmpty();
            if (ended) {
                part.close();
            }
            return ended;
        });
    }

    @Override
    public void close() {
        open.forEach(SortedPart::close);
        open.clear();
        waiting.clear();
    }
}
