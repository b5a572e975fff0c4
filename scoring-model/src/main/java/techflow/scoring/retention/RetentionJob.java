package techflow.scoring.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import techflow.features.signal.SignalHeader;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.audit.AuditEvent;
import techflow.scoring.audit.AuditKind;
import techflow.scoring.audit.postgres.PostgresAuditLog;

/** Removes what must not be kept any longer, in one transaction with the audit events that tell of it. */
public final class RetentionJob {
    /** The shortest time that scores may be kept; the database holds to it too. */
    public static final Period SHORTEST = Period.ofYears(3);

    private static final String DEFAULT_TENANT = "default";
    private static final String OLD_SCORES =
            "select tenant_id, count(*) from score_log where requested_at < ? group by tenant_id";
    private static final String REMOVE = "select remove_scores(?)";
    /** The fourth cell of a penalty is its publicity's end, ISO 8601. */
    private static final String NOT_PUBLIC =
            "select count(*) from signal where kind = 'PENALTY' and cells[4] <> '' and cells[4] <= ?";

    private final DataSource database;

    /** @param database migrated to V13 or later */
    public RetentionJob(DataSource database) {
        this.database = database;
    }

    /**
     * One run.
     *
     * @param keepScores how long scores are kept, {@link #SHORTEST} or longer
     * @param dryRun true to count only; then nothing is written either
     * @param actor who runs it, for the audit log
     * @throws RecordFault SETTING_INVALID when scores would be kept too short
     */
    public RetentionReport run(Instant now, Period keepScores, boolean dryRun, String actor) {
        LocalDate today = now.atZone(SignalHeader.CHINA).toLocalDate();
        if (today.minus(keepScores).isAfter(today.minus(SHORTEST))) {
            throw tooShort(keepScores);
        }
        Instant before =
                today.minus(keepScores).atStartOfDay(SignalHeader.CHINA).toInstant();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            RetentionReport report =
                    new RetentionReport(dryRun, before, oldScores(connection, before), notPublic(connection, today));
            if (!dryRun) {
                remove(connection, before);
                tell(connection, report, now, actor);
            }
            connection.commit(); // anything thrown before closes the connection, which rolls back
            return report;
        } catch (SQLException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "Retention could not be run: " + e.getMessage(), e);
        }
    }

    private static SortedMap<String, Long> oldScores(Connection connection, Instant before) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(OLD_SCORES)) {
            select.setObject(1, utc(before));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    private static long notPublic(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NOT_PUBLIC)) {
            select.setString(1, today.toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void remove(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REMOVE)) {
            select.setObject(1, utc(before));
            select.execute();
        }
    }

    /** Each tenant is told of its own; a run that found nothing is told too. */
    private static void tell(Connection connection, RetentionReport report, Instant now, String actor)
            throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>(report.scoresByTenant());
        counts.putIfAbsent(DEFAULT_TENANT, 0L);
        for (var tenant : counts.entrySet()) {
            PostgresAuditLog.append(
                    connection,
                    AuditEvent.of(AuditKind.RETENTION_RUN, now, tenant.getKey(), actor)
                            .with("rule", RetentionRule.SCORES.name())
                            .with("before", report.scoresBefore().toString())
                            .with("removed", String.valueOf(tenant.getValue())));
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static RecordFault tooShort(Period keepScores) {
        return new RecordFault(
                ProblemCode.SETTING_INVALID,
                "Scores would be kept too short",
                List.of(new Violation(
                        "--keep-scores",
                        "must be " + SHORTEST + " or longer (个人信息保护法 art. 56)",
                        keepScores.toString(),
                        "keep them longer")));
    }
}
