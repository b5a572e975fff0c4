package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.scoring.engine.xgboost.BoostedSettings.EarlyStopping;
import techflow.scoring.engine.xgboost.BoostedSettings.Searched;
import techflow.scoring.engine.xgboost.BoostedSettings.Settled;
import techflow.scoring.training.InnerSplits;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TreeInputs;
import techflow.scoring.training.TunableTrainer;
import techflow.scoring.trees.FlatTreeEnsemble;

/**
 * Boosted trees that follow the declared directions, the missing branch included: a missing value never scores better than
 * the best value that training knew.
 */
public final class BoostedTrees implements TunableTrainer {
    private final BoostedSettings settings;
    private final Map<String, String> history;

    public BoostedTrees(BoostedSettings settings) {
        this(settings, Map.of());
    }

    /** @param history how the settings were found, for the manifest */
    private BoostedTrees(BoostedSettings settings, Map<String, String> history) {
        this.settings = settings;
        this.history = history;
    }

    @Override
    public String name() {
        return settings.plan() instanceof BoostedSettings.Searched ? "boosted-search" : "boosted";
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
        return settled(task, new RoundCount(progress));
    }

    @Override
    public Trained train(TrainingTask task, TrainingProgress progress) {
        RoundCount count = new RoundCount(progress);
        BoostedTrees trainer = settled(task, count);
        if (!(trainer.settings.plan() instanceof Settled known)) {
            throw new IllegalStateException("settling left something open: " + trainer.settings.plan());
        }
        return trainer.trained(task, known.committee(), count);
    }

    private BoostedTrees settled(TrainingTask task, RoundCount count) {
        return switch (settings.plan()) {
            case Settled known -> this;
            case EarlyStopping stopping -> stopped(task, stopping, count);
            case Searched searched -> searched(task, searched, count);
        };
    }

    private BoostedTrees stopped(TrainingTask task, EarlyStopping plan, RoundCount count) {
        try (InnerJudge judge = judge(task, count)) {
            count.expect((long) plan.most() * judge.splits());
            LossCurve curve = judge.curve(plan.trees(), plan.most(), plan.patience());
            Committee committee = Committee.of(plan.trees(), curve.bestRounds());
            return new BoostedTrees(
                    settings.with(new Settled(committee)), Map.of("innerLogLoss", String.valueOf(curve.bestLoss())));
        }
    }

    private BoostedTrees searched(TrainingTask task, Searched plan, RoundCount count) {
        try (InnerJudge judge = judge(task, count)) {
            ParameterSearch.Found found = new ParameterSearch(
                            judge,
                            plan.budget(),
                            Math.min(
                                    task.set().badCount(),
                                    task.set().size() - task.set().badCount()),
                            task.seed(),
                            count)
                    .run();
            Map<String, String> texts = new TreeMap<>();
            for (int i = 0; i < found.trials().size(); i++) {
                texts.put("trial.%03d".formatted(i + 1), found.trials().get(i).text());
            }
            return new BoostedTrees(settings.with(new Settled(found.best())), texts);
        }
    }

    private InnerJudge judge(TrainingTask task, RoundCount count) {
        return new InnerJudge(
                growing(task), InnerSplits.of(task.set(), task.seed()), start(task.set()), task.seed(), count);
    }

    private Growing growing(TrainingTask task) {
        TreeInputs inputs = TreeInputs.of(task.set(), task.candidates(), settings.leastLabelShare());
        return new Growing(settings, inputs, task.set().size() <= settings.exactRows(), List.of());
    }

    private Trained trained(TrainingTask task, Committee committee, RoundCount count) {
        Growing growing = growing(task);
        float start = start(task.set());
        count.expect(committee.rounds());
        List<BoosterJson> boosters = new ArrayList<>();
        try (NativeMatrix rows = NativeMatrix.of(task.set(), growing.inputs(), start)) {
            for (int member = 0; member < committee.members().size(); member++) {
                boosters.add(grown(growing, committee.members().get(member), rows, task.seed() + member, count));
            }
        }
        BoosterJson whole = BoosterJson.joined(boosters, 1f / boosters.size());
        int changed = MissingBranch.settle(whole, task.set(), growing.inputs());
        Map<String, String> chosen = new TreeMap<>(history);
        chosen.putAll(committee.asTexts());
        chosen.put("trees", String.valueOf(whole.size()));
        chosen.put("missingKeptFromBest", changed + " splits");
        return new Trained(
                new FlatTreeEnsemble(growing.inputs().inputs(), start, whole.nodes()),
                Starts.own(whole, task.verification(), growing.inputs(), start),
                Map.of(),
                growing.inputs().dropped(),
                chosen);
    }

    private static BoosterJson grown(
            Growing growing, Committee.Member member, NativeMatrix rows, long seed, RoundCount count) {
        try (NativeBooster booster = NativeBooster.untrained(growing.parameters(member.trees(), seed), rows)) {
            for (int round = 0; round < member.rounds(); round++) {
                booster.round(rows, round);
                count.round(Double.NaN);
            }
            return booster.json();
        }
    }

    private float start(TrainingSet set) {
        return settings.startAtRate() ? Starts.rate(set) : 0;
    }
}
