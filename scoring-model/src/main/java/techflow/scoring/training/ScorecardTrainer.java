package techflow.scoring.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The scorecard as a {@link ModelTrainer}. */
public final class ScorecardTrainer implements ModelTrainer {
    private final RegressionFitter regression;
    private final TrainingSettings settings;

    public ScorecardTrainer(RegressionFitter regression, TrainingSettings settings) {
        this.regression = regression;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public List<Library> libraries() {
        return List.of(regression.library());
    }

    @Override
    public Map<String, String> settings() {
        return settings.asTexts();
    }

    @Override
    public Trained train(TrainingTask task, TrainingProgress progress) {
        ScorecardFitter.Fitted fitted = new ScorecardFitter(regression, task.candidates(), settings).fit(task.set());
        return new Trained(
                fitted.scorecard(),
                ownLogOdds(fitted, task.verification()),
                fitted.informationValues(),
                fitted.dropped(),
                Map.of(
                        "characteristics",
                        String.valueOf(fitted.scorecard().characteristics().size())));
    }

    private static List<Double> ownLogOdds(ScorecardFitter.Fitted fitted, TrainingSet rows) {
        List<Double> own = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            var vector = rows.vector(row);
            double[] woe = fitted.scorecard().characteristics().stream()
                    .mapToDouble(line -> line.binning().woe(vector.value(line.feature())))
                    .toArray();
            own.add(fitted.fit().logOdds(woe));
        }
        return own;
    }
}
