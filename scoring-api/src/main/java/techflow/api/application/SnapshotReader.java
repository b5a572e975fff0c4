package techflow.api.application;

import reactor.core.publisher.Mono;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/** Reads what was known about one firm at one instant. */
public interface SnapshotReader {
    /**
     * The snapshot; an empty one when nothing was known. Fails with STORE_UNAVAILABLE when the store does not answer and
     * with SIGNAL_MALFORMED when a stored row breaks its contract: half a history must not be scored.
     */
    Mono<Snapshot> read(EnterpriseId enterprise, AsOf asOf);
}
