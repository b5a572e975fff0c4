package techflow.scoring.engine.smile;

import techflow.scoring.engine.RegressionFitterKit;
import techflow.scoring.training.RegressionFitter;

class SmileRegressionTest extends RegressionFitterKit {
    @Override
    protected RegressionFitter fitter() {
        return new SmileRegression();
    }
}
