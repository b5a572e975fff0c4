package techflow.datasets.synthetic;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import techflow.features.signal.SignalKind;

/**
 * What a synthetic population came out as, to hold against what it should be.
 *
 * @param settings it was made from
 * @param firms how many firms
 * @param defaults how many of them defaulted while observed
 * @param years default rates by year of observation, ascending
 * @param withheldShare of the firms that have records at a source, the share whose records are missing
 * @param connectedShare the share of firms that have records at a source
 * @param rows signals by kind, every version
 * @param truth how well the true PD itself does
 */
public record PopulationReport(
        EconomySettings settings,
        int firms,
        int defaults,
        List<Year> years,
        Map<Source, Double> withheldShare,
        Map<Source, Double> connectedShare,
        Map<SignalKind, Long> rows,
        Truth truth) {
    /**
     * Twelve months of observation.
     *
     * @param last the last of the months
     * @param firmYears exposure: months at risk of all firms, divided by 12
     * @param defaults in these months
     */
    public record Year(YearMonth last, double firmYears, int defaults) {
        /** Defaults per firm-year. */
        public double defaultRate() {
            return defaults / firmYears;
        }
    }

    /**
     * The true PD against the defaults that were drawn, over all firm-months whose twelve months were observed.
     *
     * @param points firm-months
     * @param auc probability that a defaulter's true PD was above a survivor's: no model can do better on average
     * @param meanPd mean true PD
     * @param observedRate share of the points followed by default within twelve months
     */
    public record Truth(int points, double auc, double meanPd, double observedRate) {}

    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
