package techflow.api.persistence;

import java.util.List;
import reactor.core.publisher.Mono;
import techflow.api.application.SnapshotReader;
import techflow.features.signal.Signal;
import techflow.features.snapshot.Snapshot;

class MemorySnapshotReaderTest extends SnapshotReaderKit {
    @Override
    SnapshotReader holding(List<Signal> signals) {
        return (enterprise, asOf) -> Mono.fromSupplier(() -> Snapshot.cut(
                enterprise,
                asOf,
                signals.stream()
                        .filter(signal -> signal.enterprise().equals(enterprise))
                        .toList()));
    }
}
