package techflow.scoring.audit;

import java.util.Optional;
import techflow.scoring.audit.AuditLink.Chain;
import techflow.scoring.audit.AuditLink.Head;

/** Walks one chain from its first row; a chain of any length needs memory for one row. Not for several threads. */
public final class ChainCheck {
    private static final String NOTHING = "no row";

    private final Chain chain;
    private final Optional<Head> anchor;
    private long seq;
    private String hash;

    /** @param anchor the chain's head as it was kept outside, empty when there is none */
    public ChainCheck(Chain chain, Optional<Head> anchor) {
        this.chain = chain;
        this.anchor = anchor;
        this.hash = AuditHash.genesis(chain);
    }

    /** Takes the next row by sequence; what does not hold, if anything. */
    public Optional<ChainBreak> next(AuditLink link) {
        long expected = seq + 1;
        if (link.seq() != expected) {
            return broken(expected, ChainBreak.Rule.SEQUENCE, "row " + expected, "row " + link.seq());
        }
        if (!link.previousHash().equals(hash)) {
            return broken(expected, ChainBreak.Rule.PREVIOUS_HASH, hash, link.previousHash());
        }
        String computed = AuditHash.link(hash, link.event());
        if (!link.hash().equals(computed)) {
            return broken(expected, ChainBreak.Rule.EVENT_HASH, computed, link.hash());
        }
        seq = expected;
        hash = computed;
        return anchor.filter(head -> head.seq() == seq && !head.hash().equals(hash))
                .flatMap(head -> broken(seq, ChainBreak.Rule.ANCHOR, head.hash(), hash));
    }

    /** After the last row: whether the chain reaches its head and its anchor. @param head empty when none is stored */
    public Optional<ChainBreak> end(Optional<Head> head) {
        if (anchor.isPresent() && anchor.get().seq() > seq) {
            return broken(
                    seq + 1,
                    ChainBreak.Rule.ANCHOR,
                    "rows up to " + anchor.get().seq(),
                    NOTHING);
        }
        Head reached = reached();
        return head.equals(Optional.of(reached))
                ? Optional.empty()
                : broken(seq + 1, ChainBreak.Rule.HEAD, head.map(Head::toString).orElse("a head"), reached.toString());
    }

    /** How far the chain holds. */
    public Head reached() {
        return new Head(chain, seq, hash);
    }

    private Optional<ChainBreak> broken(long at, ChainBreak.Rule rule, String expected, String found) {
        return Optional.of(new ChainBreak(chain, at, rule, expected, found));
    }
}
