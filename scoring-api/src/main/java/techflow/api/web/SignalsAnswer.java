package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import techflow.api.application.IngestSignals.Ingested;
import techflow.api.application.SignalTally;
import techflow.features.signal.SignalKind;

/** What became of delivered signals. */
record SignalsAnswer(
        @Schema(
                description =
                        "Entry in the ledger of loads, that of the first delivery of these bytes; 0 for a dry run")
        long loadId,

        boolean dryRun,
        SignalKind kind,
        String sha256,
        long bytes,

        @Schema(description = "inserted + duplicates + conflicts + rejected")
        long rows,

        long inserted,

        @Schema(description = "There already, or twice in the body")
        long duplicates,

        @Schema(description = "Contradict the stored row of the same key and known_at, which stays")
        long conflicts,

        long rejected,

        @Schema(description = "The first of the rejected rows")
        List<SignalTally.Rejected> rejects,

        @Schema(description = "Rejected rows that are not listed")
        long moreRejects,

        @Schema(description = "Lines of the first rows in conflict")
        List<Long> conflictLines) {
    static SignalsAnswer of(Ingested ingested) {
        SignalTally tally = ingested.tally();
        return new SignalsAnswer(
                ingested.loadId(),
                ingested.rehearsed(),
                ingested.delivery().kind(),
                ingested.delivery().sha256(),
                ingested.delivery().bytes(),
                tally.read(),
                tally.inserted(),
                tally.duplicates(),
                tally.conflicts(),
                tally.rejected(),
                tally.rejects(),
                tally.rejected() - tally.rejects().size(),
                tally.conflictLines());
    }
}
