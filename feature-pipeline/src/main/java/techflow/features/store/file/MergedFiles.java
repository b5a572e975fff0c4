package techflow.features.store.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore.History;

/** The sorted files of a directory, merged firm by firm. */
final class MergedFiles extends Spliterators.AbstractSpliterator<History> implements AutoCloseable {
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

    @Override
    public boolean tryAdvance(Consumer<? super History> action) {
        Optional<EnterpriseId> next =
                files.stream().flatMap(file -> file.firm().stream()).min(Comparator.naturalOrder());
        next.ifPresent(enterprise -> {
            List<Signal> signals = new ArrayList<>();
            files.forEach(file -> file.take(enterprise, signals));
            action.accept(new History(enterprise, signals));
        });
        return next.isPresent();
    }

    @Override
    public void close() {
        files.forEach(SortedSignalFile::close);
    }
}
