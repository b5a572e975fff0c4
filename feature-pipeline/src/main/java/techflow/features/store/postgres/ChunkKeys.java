package techflow.features.store.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;

/**
 * The rows of a chunk by what identifies them.
 *
 * @param firsts the first row of every key, in the order of the file
 * @param repeats the others
 */
record ChunkKeys(Map<Key, LoadChunk.Row> firsts, List<LoadChunk.Row> repeats) {
    /** What identifies a stored row. */
    record Key(EnterpriseId enterprise, SignalKind kind, String naturalKey, Instant knownAt) {
        static Key of(Signal signal) {
            return new Key(signal.enterprise(), signal.kind(), signal.naturalKey(), signal.knownAt());
        }
    }

    static ChunkKeys of(LoadChunk chunk) {
        Map<Key, LoadChunk.Row> firsts =
                LinkedHashMap.newLinkedHashMap(chunk.rows().size());
        List<LoadChunk.Row> repeats = new ArrayList<>();
        for (LoadChunk.Row row : chunk.rows()) {
            if (firsts.putIfAbsent(Key.of(row.signal()), row) != null) {
                repeats.add(row);
            }
        }
        return new ChunkKeys(firsts, repeats);
    }
}
