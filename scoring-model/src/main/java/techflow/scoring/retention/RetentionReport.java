package techflow.scoring.retention;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run of retention found.
 *
 * @param dryRun whether nothing was removed
 * @param scoresBefore scores asked for before this instant were past their retention
 * @param scoresByTenant how many of those there were, by tenant
 * @param penaltiesNotPublic penalties past their publicity, which no feature reads
 */
public record RetentionReport(
        boolean dryRun, Instant scoresBefore, SortedMap<String, Long> scoresByTenant, long penaltiesNotPublic) {
    public RetentionReport {
        scoresByTenant = new TreeMap<>(scoresByTenant);
    }

    /** How many rows a rule found. */
    public long count(RetentionRule rule) {
        return switch (rule) {
            case SCORES ->
                scoresByTenant.values().stream().mapToLong(Long::longValue).sum();
            case PERSONAL_ADVERSE -> 0;
            case PENALTIES_NOT_PUBLIC -> penaltiesNotPublic;
        };
    }

    /** Whether the rows of a rule were removed. */
    public boolean removed(RetentionRule rule) {
        return switch (rule) {
            case SCORES -> !dryRun;
            case PERSONAL_ADVERSE, PENALTIES_NOT_PUBLIC -> false;
        };
    }
}
