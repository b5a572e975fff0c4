package techflow.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import techflow.scoring.engine.smile.SmileBoosted;
import techflow.scoring.engine.smile.SmileBoostedSettings;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.engine.xgboost.AdditiveSettings;
import techflow.scoring.engine.xgboost.AdditiveTrees;
import techflow.scoring.engine.xgboost.BoostedSettings;
import techflow.scoring.engine.xgboost.BoostedTrees;
import techflow.scoring.engine.xgboost.Committee;
import techflow.scoring.engine.xgboost.SearchBudget;
import techflow.scoring.engine.xgboost.TreeSettings;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TrainingSet;

/**
 * The trainers of a benchmark.
 *
 * @param byName what to take for rows of the kind at hand
 * @param budgetText the budget in words
 */
record BenchmarkTrainers(Map<String, Function<TrainingSet, ModelTrainer>> byName, String budgetText) {
    private static final Pattern BUDGET = Pattern.compile("([1-9]\\d{0,6})(s?)");

    /** With a time there is no limit to the trials but this. */
    private static final int MOST_TRIALS = 10_000;

    static BenchmarkTrainers of(CommandLine command, Optional<List<String>> names, String budget) {
        Matcher matcher = BUDGET.matcher(budget);
        if (!matcher.matches()) {
            throw new CommandLine.ParameterException(
                    command,
                    "--budget must be a number of settings such as 12, or seconds such as 60s, found " + budget);
        }
        boolean timed = !matcher.group(2).isEmpty();
        int number = Integer.parseInt(matcher.group(1));
        SearchBudget search = new SearchBudget(
                timed ? MOST_TRIALS : number,
                timed ? Duration.ofSeconds(number) : SearchBudget.STANDARD.atMost(),
                SearchBudget.STANDARD.members());
        Map<String, Function<TrainingSet, ModelTrainer>> all = all(search);
        names.orElse(List.of()).forEach(name -> {
            if (!all.containsKey(name)) {
                throw new CommandLine.ParameterException(
                        command, "--trainers must be of " + all.keySet() + ", found " + name);
            }
        });
        names.ifPresent(all.keySet()::retainAll);
        return new BenchmarkTrainers(all, timed ? number + " s" : number + " settings");
    }

    /** Seconds, and good enough to see what a feature is worth. */
    static ModelTrainer quick() {
        return new BoostedTrees(BoostedSettings.of(
                new BoostedSettings.Settled(Committee.of(TreeSettings.STANDARD.withShrinkage(0.1), 80))));
    }

    private static Map<String, Function<TrainingSet, ModelTrainer>> all(SearchBudget search) {
        Map<String, Function<TrainingSet, ModelTrainer>> all = new LinkedHashMap<>();
        all.put("scorecard", rows -> ScorecardTrainer.searching(new TribuoRegression()));
        all.put("boosted", rows -> new BoostedTrees(BoostedSettings.searched(search)));
        all.put("additive", rows -> new AdditiveTrees(AdditiveSettings.STANDARD));
        all.put("smile-boosted", rows -> new SmileBoosted(SmileBoostedSettings.STANDARD));
        return all;
    }
}
