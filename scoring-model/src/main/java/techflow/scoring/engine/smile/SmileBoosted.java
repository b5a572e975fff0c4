package techflow.scoring.engine.smile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;
import techflow.features.definition.Direction;
import techflow.scoring.training.InnerSplits;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TreeInputs;
import techflow.scoring.training.TunableTrainer;
import techflow.scoring.trees.FlatTreeEnsemble;

/**
 * Friedman's gradient boosting by Smile 2.6.0, as a challenger that shares no code with the champion's trainer.
 *
 * <p>Smile knows neither missing values nor directions. A missing number is read as the median of the known, which the
 * served trees follow at every question; candidates with a declared direction are left out and named, because a model must
 * not contradict it.
 */
public final class SmileBoosted implements TunableTrainer {
    private static final String LABEL = "outcome";

    private final SmileBoostedSettings settings;

    public SmileBoosted(SmileBoostedSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "smile-boosted";
    }

    @Override
    public List<Library> libraries() {
        return List.of(new Library("smile-core", "2.6.0"));
    }

    @Override
    public Map<String, String> settings() {
        return settings.asTexts();
    }

    /** The number of trees is that of the least loss on the first inner split. */
    @Override
    public ModelTrainer settled(TrainingTask task, TrainingProgress progress) {
        if (settings.trees().isPresent()) {
            return this;
        }
        TreeInputs inputs = inputs(task);
        InnerSplits.Split split = InnerSplits.of(task.set(), task.seed()).getFirst();
        SmileTrees fitted = fitted(split.fit(), inputs, settings.mostTrees(), task.seed());
        return new SmileBoosted(settings.with(fitted.bestCount(rows(split.judge(), inputs), split.judge())));
    }

    @Override
    public Trained train(TrainingTask task, TrainingProgress progress) {
        if (settings.trees().isEmpty()) {
            return settled(task, progress).train(task, progress);
        }
        int trees = settings.trees().getAsInt();
        TreeInputs inputs = inputs(task);
        SmileTrees fitted = fitted(task.set(), inputs, trees, task.seed());
        progress.round(trees, trees, Double.NaN);
        List<Dropped> dropped = new ArrayList<>(inputs.dropped());
        task.candidates().stream()
                .filter(candidate -> candidate.direction() != Direction.NONE)
                .forEach(candidate ->
                        dropped.add(new Dropped(candidate.feature(), "Smile cannot follow a declared direction")));
        FlatTreeEnsemble served = fitted.served(inputs.inputs());
        Map<String, String> chosen = new TreeMap<>();
        chosen.put("boostedTrees", String.valueOf(trees));
        chosen.put("servedTrees", String.valueOf(served.trees().size()));
        double[][] verification = rows(task.verification(), inputs);
        List<Double> own = Arrays.stream(verification).map(fitted::ownLogOdds).toList();
        return new Trained(served, own, Map.of(), dropped, chosen);
    }

    private TreeInputs inputs(TrainingTask task) {
        return TreeInputs.of(
                task.set(),
                task.candidates().stream()
                        .filter(candidate -> candidate.direction() == Direction.NONE)
                        .toList(),
                settings.leastLabelShare());
    }

    /** Numbers as {@code float}, so that Smile learns from what is served. */
    private static double[][] rows(TrainingSet set, TreeInputs inputs) {
        double[][] rows = new double[set.size()][inputs.size()];
        inputs.fill(set, (row, input, value) -> rows[row][input] = value);
        return rows;
    }

    private SmileTrees fitted(TrainingSet set, TreeInputs inputs, int trees, long seed) {
        double[][] rows = rows(set, inputs);
        double[] medians = IntStream.range(0, inputs.size())
                .mapToDouble(input -> median(rows, input))
                .toArray();
        SmileTrees.impute(rows, medians);
        int[] good = new int[rows.length];
        for (int row = 0; row < good.length; row++) {
            good[row] = set.bad(row) ? 0 : 1;
        }
        String[] names =
                IntStream.range(0, inputs.size()).mapToObj(i -> "input" + i).toArray(String[]::new);
        DataFrame numbers = DataFrame.of(rows, names);
        DataFrame frame = numbers.merge(IntVector.of(LABEL, good));
        MathEx.setSeed(seed);
        GradientTreeBoost boosted = GradientTreeBoost.fit(
                Formula.lhs(LABEL),
                frame,
                trees,
                settings.depth() + 1, // Smile counts the leaf's level too
                1 << settings.depth(),
                settings.leastRows(),
                settings.shrinkage(),
                settings.rowShare());
        return SmileTrees.of(boosted, settings.shrinkage(), medians, numbers.schema(), rows[0]);
    }

    private static double median(double[][] rows, int input) {
        double[] known = Arrays.stream(rows)
                .mapToDouble(row -> row[input])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return known.length == 0 ? 0 : known[known.length / 2];
    }
}
