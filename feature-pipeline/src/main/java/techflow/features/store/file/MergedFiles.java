package techflow.features.store.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore.History;
import techflow.features.store.SignalStore.Undecoded;

/** The sorted files of a directory, merged firm by firm. */
final class MergedFiles extends Spliterators.AbstractSpliterator<Undecoded> implements AutoCloseable {
    private final List<SortedSignalFile> files = new ArrayList<>();

    private MergedFiles() {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
    }

    static MergedFiles open(Path directory) {
        MergedFiles merged = new MergedFiles();
        try {
            for (SignalKind kind : SignalKind.values()) {
                SignalFiles.find(directory, kind)
                        .map(file -> SortedSignalFile.open(file, kind))
                        .ifPresent(merged.files::add);
            }
            return merged;
        } catch (RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    /** What one file holds of a firm. */
    private record Part(SortedSignalFile file, FirmRows rows) {}

    @Override
    public boolean tryAdvance(Consumer<? super Undecoded> action) {
        Optional<EnterpriseId> next = first();
        next.ifPresent(enterprise -> {
            List<Part> parts = new ArrayList<>(files.size());
            for (SortedSignalFile file : files) {
                file.take(enterprise).ifPresent(rows -> parts.add(new Part(file, rows)));
            }
            action.accept(new Undecoded(enterprise, () -> decode(enterprise, parts)));
        });
        return next.isPresent();
    }

    private Optional<EnterpriseId> first() {
        Optional<EnterpriseId> first = Optional.empty();
        for (SortedSignalFile file : files) {
            Optional<EnterpriseId> firm = file.firm();
            if (firm.isPresent() && (first.isEmpty() || firm.get().compareTo(first.get()) < 0)) {
                first = firm;
            }
        }
        return first;
    }

    private static History decode(EnterpriseId enterprise, List<Part> parts) {
        List<Signal> signals = new ArrayList<>();
        for (Part part : parts) {
            part.file.decode(part.rows, signals);
        }
        return new History(enterprise, signals);
    }

    @Override
    public void close() {
        files.forEach(SortedSignalFile::close);
    }
}
