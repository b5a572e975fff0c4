package techflow.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore;

/** Histories in memory, in order, as the port asks. */
public class MemorySignalStore implements SignalStore {
    private final Map<EnterpriseId, List<Signal>> histories;

    public MemorySignalStore(Map<EnterpriseId, List<Signal>> histories) {
        this.histories = new TreeMap<>(histories);
    }

    @Override
    public List<Signal> history(EnterpriseId enterprise) {
        return histories.getOrDefault(enterprise, List.of());
    }

    @Override
    public Stream<History> histories() {
        return histories.entrySet().stream().map(entry -> new History(entry.getKey(), entry.getValue()));
    }
}
