package techflow.scoring.training;

import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.evaluation.LogisticLine;
import techflow.scoring.model.Calibrator;

/** Fits the calibration: Platt's logistic step on log-odds, by greatest likelihood. Ties need no care. */
public final class Calibration {
    private Calibration() {}

    /**
     * The calibration of raw log-odds by what became of the firms.
     *
     * @throws ModelFault TRAINING_DATA_UNFIT when there is no finite best line, or it falls: higher log-odds must be safer
     */
    public static Calibrator fit(double[] rawLogOdds, boolean[] bads) {
        try {
            LogisticLine line = LogisticLine.fit(rawLogOdds, bads);
            return new Calibrator(line.intercept(), line.slope());
        } catch (IllegalArgumentException e) {
            throw new ModelFault(
                    ProblemCode.TRAINING_DATA_UNFIT,
                    "The model cannot be calibrated on these " + bads.length + " rows: " + e.getMessage(),
                    e,
                    Parameter.safe("rows", bads.length));
        }
    }
}
