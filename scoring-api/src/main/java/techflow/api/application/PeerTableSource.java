package techflow.api.application;

import java.util.List;
import reactor.core.publisher.Mono;
import techflow.features.peer.PeerTable;

/** Where served peer tables come from: the read side of the store of tables. */
public interface PeerTableSource {
    /** Ids of the tables that count for a feature set: of each instant the one saved last. */
    Mono<List<String>> ids(String schemaFingerprint);

    /** The table of an id. Fails with ARTIFACT_CORRUPT when what is stored does not have this id. */
    Mono<PeerTable> table(String id);
}
