package techflow.scoring.evaluation;

import java.util.Optional;

/**
 * What an evaluation found on one sample.
 *
 * @param sample what was evaluated, for people, such as "out-of-time hold-out 2025-01-01 to 2025-07-01"
 * @param synthetic true when any of the data was made up
 * @param rows firms and instants
 * @param bads defaults among them
 * @param discrimination AUC and KS
 * @param brier mean squared error of the PD
 * @param logLoss mean negative log-likelihood, in nats
 * @param calibration PDs against default rates
 * @param bestPossibleAuc AUC of the true PD, known only for synthetic firms
 * @param stability score distribution of this sample against training, empty when not compared
 */
public record EvaluationReport(
        String sample,
        boolean synthetic,
        int rows,
        int bads,
        Discrimination discrimination,
        Estimate brier,
        Estimate logLoss,
        CalibrationTests calibration,
        Optional<Estimate> bestPossibleAuc,
        Optional<Stability> stability) {
    /** Below this many bads a report says how little it proves. */
    static final int FEW_BADS = 100;

    /** True when the sample is too small to tell a good model from a middling one. */
    public boolean smallSample() {
        return bads < FEW_BADS;
    }

    /** The report in Markdown, Chinese and English side by side. */
    public String markdown() {
        return new ReportMarkdown(this).text();
    }
}
