package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.Lock;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.ScoredSample;

/**
 * The scorecard as a {@link ModelTrainer}: with settled settings, or with such as a search within the training rows finds.
 */
public final class ScorecardTrainer implements ModelTrainer {
    private final RegressionFitter regression;
    private final TrainingSettings settings;
    private final Optional<BinsFile> reviewed;
    private final boolean searching;

    public ScorecardTrainer(RegressionFitter regression, TrainingSettings settings) {
        this(regression, settings, Optional.empty(), false);
    }

    /**
     * A trainer that uses the bins of a file and no others; its hash goes into the manifest.
     *
     * @throws techflow.problem.ModelFault SETTING_INVALID when the file was changed after it was locked
     */
    public ScorecardTrainer(RegressionFitter regression, TrainingSettings settings, BinsFile reviewed) {
        this(regression, settings, Optional.of(reviewed.requireUntouched()), false);
    }

    private ScorecardTrainer(
            RegressionFitter regression, TrainingSettings settings, Optional<BinsFile> reviewed, boolean searching) {
        this.regression = regression;
        this.settings = settings;
        this.reviewed = reviewed;
        this.searching = searching;
    }

    /** A trainer that chooses the prices of bins and lines, the penalty and the prior by folds within the training rows. */
    public static ScorecardTrainer searching(RegressionFitter regression) {
        return new ScorecardTrainer(regression, TrainingSettings.SEARCHED, Optional.empty(), true);
    }

    @Override
    public String name() {
        return searching ? "scorecard-search" : "scorecard";
    }

    @Override
    public List<Library> libraries() {
        return List.of(regression.library());
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> texts = new TreeMap<>(settings.asTexts());
        texts.put("searching", String.valueOf(searching));
        reviewed.ifPresent(file -> {
            texts.put("bins.sha256", file.sha256());
            texts.put("bins.lockedBy", file.lock().map(Lock::by).orElse("not locked"));
        });
        return texts;
    }

    @Override
    public Trained train(TrainingTask task, TrainingProgress progress) {
        TrainingSettings used = searching
                ? new ScorecardSearch(task.set(), task.candidates(), task.seed(), progress).from(settings)
                : settings;
        ScorecardFitter.Fitted fitted =
                new ScorecardFitter(regression, task.candidates(), used, reviewed).fit(task.set());
        return new Trained(
                fitted.scorecard(),
                ownLogOdds(fitted, task.verification()),
                fitted.informationValues(),
                fitted.dropped(),
                chosen(fitted, used, task.set()));
    }

    private Map<String, String> chosen(ScorecardFitter.Fitted fitted, TrainingSettings used, TrainingSet set) {
        Map<String, String> chosen = new TreeMap<>();
        chosen.put(
                "characteristics",
                String.valueOf(fitted.scorecard().characteristics().size()));
        fitted.fit().provenance().forEach((name, value) -> chosen.put("regression." + name, value));
        chosen.putAll(crossCheck(fitted, set));
        Map<String, String> before = settings.asTexts();
        used.asTexts().forEach((name, value) -> {
            if (searching && !value.equals(before.get(name))) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }

    /** AUC on the training rows by our own evaluation and by the library's, side by side. */
    private Map<String, String> crossCheck(ScorecardFitter.Fitted fitted, TrainingSet set) {
        double[] logOdds = WoeColumn.logOdds(fitted.scorecard(), set);
        double[] pds = Arrays.stream(logOdds)
                .map(l -> Math.clamp(1 / (1 + Math.exp(l)), 1e-15, 1 - 1e-15))
                .toArray();
        Map<String, String> both = new TreeMap<>();
        regression.auc(logOdds, set.bads()).ifPresent(library -> {
            both.put("training.auc.library", String.valueOf(library));
            both.put(
                    "training.auc",
                    String.valueOf(Discrimination.auc(new ScoredSample(pds, set.bads()))
                            .value()));
        });
        return both;
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
