package techflow.features.store;

import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureSchema;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;

/** Keeps peer tables. A table is never changed; of two for one instant and feature set the one saved last counts. */
public interface PeerTableStore {
    /** Keeps a table; one that is there already changes nothing. */
    void save(PeerTable table);

    /** All tables without their distributions, by feature set, instant and time of saving. */
    List<Entry> list();

    /**
     * The table of an id, empty when there is none.
     *
     * @throws techflow.problem.ModelFault ARTIFACT_CORRUPT when what is kept does not have this id
     */
    Optional<PeerTable> find(String id);

    /** The tables that count for a feature set: of each instant the one saved last. */
    PeerTables tables(FeatureSchema schema);

    /**
     * What a table is.
     *
     * @param id its SHA-256
     * @param asOf its cut of knowledge
     * @param featureSet version of its feature set
     * @param schemaFingerprint fingerprint of that feature set's schema
     * @param firms firms counted
     * @param groups groups told
     */
    record Entry(String id, AsOf asOf, String featureSet, String schemaFingerprint, int firms, int groups) {
        public static Entry of(PeerTable table) {
            return new Entry(
                    table.id(),
                    table.asOf(),
                    table.featureSet(),
                    table.schemaFingerprint(),
                    table.firms(),
                    table.groups());
        }
    }
}
