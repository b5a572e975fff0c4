package techflow.scoring.audit;

import techflow.scoring.audit.AuditLink.Chain;

/**
 * The first place where a chain does not hold.
 *
 * @param chain which chain
 * @param seq which row, or the row that should be there
 * @param rule what does not hold
 * @param expected what should be there
 * @param found what is there
 */
public record ChainBreak(Chain chain, long seq, Rule rule, String expected, String found) {
    /** What must hold. */
    public enum Rule {
        /** Rows are numbered 1, 2, 3 and so on: none removed, none slipped in. */
        SEQUENCE,
        /** A row repeats the hash of the row before. */
        PREVIOUS_HASH,
        /** A row's hash is that of its event. */
        EVENT_HASH,
        /** The chain ends where its head says. */
        HEAD,
        /** The chain still holds the row that an anchor names. */
        ANCHOR,
        /** What is stored of a score has the hashes that the log holds of it. */
        PAYLOAD
    }

    @Override
    public String toString() {
        return "chain %s, row %d: %s: expected %s, found %s".formatted(chain, seq, rule, expected, found);
    }
}
