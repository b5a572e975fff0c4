package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.features.definition.FeatureName;
import techflow.scoring.training.InnerSplits;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TreeInputs;
import techflow.scoring.training.TunableTrainer;
import techflow.scoring.trees.FlatTreeEnsemble;

/**
 * Explainable boosting: first trees of one question, each about one feature, then a few of two questions about declared
 * pairs of features. So the log-odds are exact tables of one and two features ({@link
 * techflow.scoring.trees.AdditiveTables}). Declared directions hold as in {@link BoostedTrees}.
 */
public final class AdditiveTrees implements TunableTrainer {
    private final AdditiveSettings settings;

    public AdditiveTrees(AdditiveSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "additive";
    }

    @Override
    public List<Library> libraries() {
        return List.of(NativeLibrary.LIBRARY);
    }

    @Override
    public Map<String, String> settings() {
        return settings.asTexts();
    }

    @Override
    public ModelTrainer settled(TrainingTask task, TrainingProgress progress) {
        return new AdditiveTrees(settings.with(plan(task, new RoundCount(progress))));
    }

    @Override
    public Trained train(TrainingTask task, TrainingProgress progress) {
        RoundCount count = new RoundCount(progress);
        AdditivePlan plan = plan(task, count);
        TreeInputs inputs = inputs(task);
        float start = Starts.rate(task.set());
        count.expect((long) settings.members() * (plan.mainRounds() + plan.pairRounds()));
        List<BoosterJson> boosters = new ArrayList<>();
        try (NativeMatrix rows = NativeMatrix.of(task.set(), inputs, start)) {
            for (int member = 0; member < settings.members(); member++) {
                boosters.add(grown(task, inputs, plan, rows, member, count));
            }
        }
        BoosterJson whole = BoosterJson.joined(boosters, 1f / boosters.size());
        int changed = MissingBranch.settle(whole, task.set(), inputs);
        Map<String, String> chosen = new TreeMap<>(plan.asTexts());
        chosen.put("trees", String.valueOf(whole.size()));
        chosen.put("missingKeptFromBest", changed + " splits");
        return new Trained(
                new FlatTreeEnsemble(inputs.inputs(), start, whole.nodes()),
                Starts.own(whole, task.verification(), inputs, start),
                Map.of(),
                inputs.dropped(),
                chosen);
    }

    private BoosterJson grown(
            TrainingTask task, TreeInputs inputs, AdditivePlan plan, NativeMatrix rows, int member, RoundCount count) {
        long seed = task.seed() + member;
        try (NativeBooster booster = NativeBooster.untrained(
                mains(inputs).parameters(settings.trees().withDepth(1), seed), rows)) {
            for (int round = 0; round < plan.mainRounds() + plan.pairRounds(); round++) {
                if (round == plan.mainRounds()) {
                    booster.change(pairs(inputs, plan.pairs())
                            .parameters(settings.trees().withDepth(2), seed));
                }
                booster.round(rows, round);
                count.round(Double.NaN);
            }
            return booster.json();
        }
    }

    private AdditivePlan plan(TrainingTask task, RoundCount count) {
        return settings.plan().orElseGet(() -> found(task, count));
    }

    private AdditivePlan found(TrainingTask task, RoundCount count) {
        TreeInputs inputs = inputs(task);
        float start = Starts.rate(task.set());
        List<InnerSplits.Split> splits = InnerSplits.of(task.set(), task.seed());
        count.expect(2L * settings.mostRounds() * splits.size());
        int mainRounds;
        double mainLoss;
        try (InnerJudge judge = new InnerJudge(mains(inputs), splits, start, task.seed(), count)) {
            LossCurve curve = judge.curve(settings.trees().withDepth(1), settings.mostRounds(), settings.patience());
            mainRounds = curve.bestRounds();
            mainLoss = curve.bestLoss();
        }
        List<List<FeatureName>> pairs = strongest(task, inputs, mainRounds, start);
        if (pairs.isEmpty()) {
            return new AdditivePlan(mainRounds, 0, pairs);
        }
        try (InnerJudge judge = new InnerJudge(mains(inputs), splits, start, task.seed(), count)) {
            LossCurve curve = judge.continued(
                    settings.trees().withDepth(1),
                    mainRounds,
                    pairs(inputs, pairs),
                    settings.trees().withDepth(2),
                    settings.mostRounds(),
                    settings.patience());
            boolean better = curve.bestLoss() < mainLoss;
            return new AdditivePlan(mainRounds, better ? curve.bestRounds() : 0, better ? pairs : List.of());
        }
    }

    /** Which pairs free trees of two questions gain most by, after the features alone have said what they can. */
    private List<List<FeatureName>> strongest(TrainingTask task, TreeInputs inputs, int mainRounds, float start) {
        try (NativeMatrix rows = NativeMatrix.of(task.set(), inputs, start);
                NativeBooster booster = NativeBooster.untrained(
                        mains(inputs).parameters(settings.trees().withDepth(1), task.seed()), rows)) {
            for (int round = 0; round < mainRounds + settings.pairTrials(); round++) {
                if (round == mainRounds) {
                    booster.change(Map.of("max_depth", 2));
                }
                booster.round(rows, round);
            }
            return PairGains.of(booster.json(), inputs).strongest(settings.mostPairs());
        }
    }

    private TreeInputs inputs(TrainingTask task) {
        return TreeInputs.of(task.set(), task.candidates(), settings.leastLabelShare());
    }

    private Growing mains(TreeInputs inputs) {
        return new Growing(BoostedSettings.STANDARD, inputs, false, List.of());
    }

    private Growing pairs(TreeInputs inputs, List<List<FeatureName>> pairs) {
        return new Growing(BoostedSettings.STANDARD, inputs, false, PairGains.together(inputs, pairs));
    }
}
