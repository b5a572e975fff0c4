package techflow.datasets.invoice;

import java.util.List;
import java.util.Optional;
import techflow.features.snapshot.AsOf;

/**
 * What an import did.
 *
 * @param enterprises counts of the enterprises file
 * @param issued counts of the ledger of issued invoices
 * @param received counts of the ledger of received invoices
 * @param firms enterprises taken
 * @param bad those among them whose outcome is bad
 * @param outcomes those among them whose outcome is known
 * @param signals monthly signals written
 * @param asOf the first start of a day in China at which all signals are known; empty when there are none
 */
public record ImportSummary(
        LedgerCounts enterprises,
        LedgerCounts issued,
        LedgerCounts received,
        int firms,
        int bad,
        int outcomes,
        long signals,
        Optional<AsOf> asOf) {
    /** The three files in the order in which they were read. */
    public List<LedgerCounts> files() {
        return List.of(enterprises, issued, received);
    }
}
