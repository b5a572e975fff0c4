package techflow.features.peer;

import techflow.features.snapshot.AsOf;

/**
 * What a table is.
 *
 * @param asOf its cut of knowledge
 * @param featureSet version of the feature set
 * @param fingerprint fingerprint of its schema
 * @param smallestGroup known values below which a group is not told, at least 1
 * @param firms firms that were counted
 */
record PeerTableHead(AsOf asOf, String featureSet, String fingerprint, int smallestGroup, int firms) {
    PeerTableHead {
        if (smallestGroup < 1) {
            throw new IllegalArgumentException("a peer group must have at least 1 firm, found " + smallestGroup);
        }
    }
}
