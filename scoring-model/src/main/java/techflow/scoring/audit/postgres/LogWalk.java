package techflow.scoring.audit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import techflow.scoring.audit.AuditLink;
import techflow.scoring.audit.AuditLink.Chain;
import techflow.scoring.audit.AuditLink.Head;
import techflow.scoring.audit.ChainBreak;
import techflow.scoring.audit.ChainCheck;
import techflow.scoring.audit.Verification;

/** One walk over all chains in the order of month, lane and sequence. */
final class LogWalk {
    private static final int FETCH = 2_000;
    private static final String CHAINS = "select distinct month, lane from audit_event";
    private static final String ROWS = """
            select e.seq, e.event, encode(e.previous_hash, 'hex'), encode(e.hash, 'hex'),
                s.score_id is not null, r.score_id is not null, s.inputs, s.result, s.answer
            from audit_event e left join score_log s on e.kind = 'SCORE_QUERIED' and s.score_id = e.resource_id
                left join score_removed r on e.kind = 'SCORE_QUERIED' and r.score_id = e.resource_id
            where e.month = ? and e.lane = ? order by e.seq""";

    private final SortedMap<Chain, Head> heads;
    private final SortedMap<Chain, Head> anchors;
    private long rows;

    LogWalk(SortedMap<Chain, Head> heads, SortedMap<Chain, Head> anchors) {
        this.heads = heads;
        this.anchors = anchors;
    }

    Verification over(Connection connection) throws SQLException {
        SortedSet<Chain> chains = chains(connection);
        for (Chain chain : chains) {
            Optional<ChainBreak> broken = walk(connection, chain);
            if (broken.isPresent()) {
                return new Verification(chains.size(), rows, broken);
            }
        }
        return new Verification(chains.size(), rows, Optional.empty());
    }

    /** Of rows, heads and anchors: a chain that lost all its rows is looked for too. */
    private SortedSet<Chain> chains(Connection connection) throws SQLException {
        SortedSet<Chain> chains = new TreeSet<>(heads.keySet());
        chains.addAll(anchors.keySet());
        try (PreparedStatement select = connection.prepareStatement(CHAINS);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                chains.add(new Chain(found.getString(1), found.getInt(2)));
            }
        }
        return chains;
    }

    private Optional<ChainBreak> walk(Connection connection, Chain chain) throws SQLException {
        ChainCheck check = new ChainCheck(chain, Optional.ofNullable(anchors.get(chain)));
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setFetchSize(FETCH);
            select.setString(1, chain.month());
            select.setInt(2, chain.lane());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    Optional<ChainBreak> broken = look(check, chain, row);
                    if (broken.isPresent()) {
                        return broken;
                    }
                }
            }
        }
        return check.end(Optional.ofNullable(heads.get(chain)));
    }

    private static Optional<ChainBreak> look(ChainCheck check, Chain chain, ResultSet row) throws SQLException {
        AuditLink link = new AuditLink(chain, row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
        Optional<ChainBreak> broken = check.next(link);
        return broken.isPresent() ? broken : StoredScore.of(row, 5).disagrees(link);
    }
}
