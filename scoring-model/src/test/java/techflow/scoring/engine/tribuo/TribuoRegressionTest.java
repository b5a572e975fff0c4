package techflow.scoring.engine.tribuo;

import techflow.scoring.engine.RegressionFitterKit;
import techflow.scoring.training.RegressionFitter;

class TribuoRegressionTest extends RegressionFitterKit {
    @Override
    protected RegressionFitter fitter() {
        return new TribuoRegression();
    }
}
