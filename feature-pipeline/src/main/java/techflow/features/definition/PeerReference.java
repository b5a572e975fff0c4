package techflow.features.definition;

import techflow.features.snapshot.Snapshot;

/**
 * What ranks among peers are told by, such as a series of dated peer tables. A catalogue is bound to one with
 * {@link FeatureCatalog#against}.
 */
public interface PeerReference {
    /** How one firm's features rank among the firms that it is compared with. */
    @FunctionalInterface
    interface Ranking {
        /** The share of peers below, in [0, 1], or missing with the reason. */
        FeatureValue rank(FeatureName feature, double value);
    }

    /**
     * The ranking that holds for one firm at the snapshot's instant: nothing later than that instant may enter it.
     *
     * @param own the features of the firm alone, on this very snapshot
     */
    Ranking ranking(Snapshot snapshot, FeatureVector own);

    /** True when there is nothing to rank by; a catalogue that is bound to it answers as an unbound one. */
    boolean isEmpty();

    /** @throws techflow.problem.ModelFault SCHEMA_MISMATCH when it was made with other features than these */
    void requireMadeFor(FeatureSchema schema);
}
