package techflow.features.peer;

/**
 * Where a value stands, and among whom.
 *
 * @param group the finest group with enough values
 * @param firms how many firms of the group have a value
 * @param percentile mid-rank of the value among them, in [0, 1]
 */
public record PeerStanding(PeerGroup group, int firms, double percentile) {}
