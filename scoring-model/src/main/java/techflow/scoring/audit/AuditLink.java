package techflow.scoring.audit;

/**
 * One row of a chain, as it is stored. Hashes are in lower-case hexadecimal.
 *
 * @param chain which chain
 * @param seq its place, from 1
 * @param event canonical JSON
 * @param previousHash hash of the row before
 * @param hash SHA-256 of the previous hash's bytes and the event's
 */
public record AuditLink(Chain chain, long seq, String event, String previousHash, String hash) {
    /**
     * A chain of the log.
     *
     * @param month {@code 2026-11}
     * @param lane 0 to 15; writers spread over lanes
     */
    public record Chain(String month, int lane) implements Comparable<Chain> {
        @Override
        public int compareTo(Chain other) {
            int byMonth = month.compareTo(other.month);
            return byMonth != 0 ? byMonth : Integer.compare(lane, other.lane);
        }

        @Override
        public String toString() {
            return month + "/" + lane;
        }
    }

    /**
     * Where a chain ends.
     *
     * @param seq rows of the chain
     * @param hash of its last row
     */
    public record Head(Chain chain, long seq, String hash) {}
}
