package techflow.scoring.audit.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditHash;
import techflow.scoring.audit.AuditKind;
import techflow.scoring.audit.AuditLink;
import techflow.scoring.audit.ChainBreak;

/**
 * What the score log holds of an audited score.
 *
 * @param present whether the score log has the score at all; the texts are null when it has not
 * @param removed whether retention removed it and left its mark
 */
record StoredScore(
        boolean present,
        boolean removed,
        @Nullable String inputs,
        @Nullable String result,
        @Nullable String answer) {
    static StoredScore of(ResultSet row, int first) throws SQLException {
        return new StoredScore(
                row.getBoolean(first),
                row.getBoolean(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4));
    }

    /** Where the stored texts do not have the hashes of the log. */
    Optional<ChainBreak> disagrees(AuditLink link) {
        AuditEvent event = AuditEvent.read(link.event());
        if (event.kind() != AuditKind.SCORE_QUERIED) {
            return Optional.empty();
        }
        String id = event.fact(AuditEvent.RESOURCE).orElse("?");
        if (!present) {
            return removed ? Optional.empty() : broken(link, "score " + id, "no such row in score_log");
        }
        return differs(link, event, "inputsSha256", inputs)
                .or(() -> differs(link, event, "resultSha256", result))
                .or(() -> differs(link, event, "answerSha256", answer));
    }

    private static Optional<ChainBreak> differs(
            AuditLink link, AuditEvent event, String fact, @Nullable String stored) {
        if (stored == null) {
            return Optional.empty();
        }
        String found = AuditHash.of(stored);
        String expected = event.fact(fact).orElse("");
        return found.equals(expected) ? Optional.empty() : broken(link, fact + " " + expected, found);
    }

    private static Optional<ChainBreak> broken(AuditLink link, String expected, String found) {
        return Optional.of(new ChainBreak(link.chain(), link.seq(), ChainBreak.Rule.PAYLOAD, expected, found));
    }
}
