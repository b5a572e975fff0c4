package techflow.scoring.training;

import techflow.scoring.engine.ModelTrainerKit;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.testing.SmallWorld;

class ScorecardTrainerTest extends ModelTrainerKit {
    @Override
    protected ModelTrainer trainer() {
        return SmallWorld.scorecard(new TribuoRegression());
    }
}
