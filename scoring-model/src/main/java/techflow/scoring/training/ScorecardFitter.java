package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.training.ModelTrainer.Dropped;

/** Bins, selects and weighs features. Every feature that is left out is listed with the reason. */
public final class ScorecardFitter {
    private final RegressionFitter regression;
    private final List<Candidate> candidates;
    private final TrainingSettings settings;

    public ScorecardFitter(RegressionFitter regression, List<Candidate> candidates, TrainingSettings settings) {
        this.regression = regression;
        this.candidates = List.copyOf(candidates);
        this.settings = settings;
    }

    /**
     * A scorecard and what was left out.
     *
     * @param scorecard the scorecard
     * @param fit the regression behind it, its coefficients in the order of the lines
     * @param informationValues of every feature that could be binned
     * @param dropped features left out, in the order of the decisions
     */
    public record Fitted(
            Scorecard scorecard,
            RegressionFitter.Fit fit,
            Map<FeatureName, Double> informationValues,
            List<Dropped> dropped) {
        public Fitted {
            informationValues = Map.copyOf(informationValues);
            dropped = List.copyOf(dropped);
        }
    }

    /** @throws ModelFault TRAINING_DATA_UNFIT when goods or bads are absent, or no feature is left */
    public Fitted fit(TrainingSet set) {
        int bads = set.badCount();
        if (bads == 0 || bads == set.size()) {
            throw unfit("Training needs goods and bads, found " + bads + " bads in " + set.size() + " rows");
        }
        List<Dropped> dropped = new ArrayList<>();
        List<FittedBinning> binned = bin(set, dropped);
        Map<FeatureName, Double> values = new HashMap<>();
        binned.forEach(b -> values.put(b.binning().feature(), b.informationValue()));
        List<WoeColumn> columns = new WoeSelection(settings, dropped).select(set, binned);
        RegressionFitter.Fit fit = weigh(set, columns, dropped);
        Scorecard scorecard = scorecard(columns, fit);
        return new Fitted(scorecard, fit, values, dropped);
    }

    private List<FittedBinning> bin(TrainingSet set, List<Dropped> dropped) {
        BinningFitter fitter = new BinningFitter(settings.binning());
        List<FittedBinning> binned = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int column = set.position(candidate.feature());
            fitter.fit(set, column, candidate.direction())
                    .ifPresentOrElse(
                            binning -> binned.add(FittedBinning.of(binning)),
                            () -> dropped.add(new Dropped(candidate.feature(), "constant, or one bin only")));
        }
        return binned;
    }

    /**
     * Fits, drops the lines that hurt most, fits again, until every coefficient is 0 or more and few enough are left, which
     * are then what {@code columns} holds, in the order of the training schema.
     */
    private RegressionFitter.Fit weigh(TrainingSet set, List<WoeColumn> columns, List<Dropped> dropped) {
        columns.sort(Comparator.comparingInt(column -> set.position(column.feature())));
        boolean[] bads = set.bads();
        while (!columns.isEmpty()) {
            RegressionFitter.Fit fit = regression.fit(names(columns), rows(columns, set.size()), bads, settings.l2());
            List<Integer> worst = worst(columns, fit);
            if (worst.isEmpty()) {
                return fit;
            }
            for (int out : worst) {
                dropped.add(new Dropped(
                        columns.get(out).feature(), reason(fit.coefficients().get(out))));
            }
            columns.removeAll(worst.stream().map(columns::get).toList());
        }
        throw unfit("No feature is left that tells goods from bads");
    }

    private String reason(double coefficient) {
        return coefficient <= 0
                ? "wrong sign beside the others: coefficient %.3f".formatted(coefficient)
                : "adds least, beyond %d lines".formatted(settings.mostCharacteristics());
    }

    /**
     * A quarter, at least one, of the lines that must go: those with the smallest effect, coefficient times spread of WoE.
     * Dropping some gives others their sign back, so not all go at once.
     */
    private List<Integer> worst(List<WoeColumn> columns, RegressionFitter.Fit fit) {
        Comparator<Integer> byEffect = Comparator.comparingDouble(
                i -> fit.coefficients().get(i) * columns.get(i).spread());
        List<Integer> wrong = IntStream.range(0, columns.size())
                .boxed()
                .filter(i -> fit.coefficients().get(i) <= 0)
                .sorted(byEffect)
                .toList();
        if (!wrong.isEmpty()) {
            return wrong.subList(0, (wrong.size() + 3) / 4);
        }
        int tooMany = Math.max(0, columns.size() - settings.mostCharacteristics());
        return IntStream.range(0, columns.size())
                .boxed()
                .sorted(byEffect)
                .limit((tooMany + 3) / 4)
                .toList();
    }

    private static Scorecard scorecard(List<WoeColumn> columns, RegressionFitter.Fit fit) {
        List<Characteristic> lines = IntStream.range(0, columns.size())
                .mapToObj(i -> new Characteristic(
                        columns.get(i).binning(), fit.coefficients().get(i)))
                .toList();
        return new Scorecard(fit.intercept(), lines);
    }

    private static List<String> names(List<WoeColumn> columns) {
        return columns.stream().map(column -> column.feature().value()).toList();
    }

    private static double[][] rows(List<WoeColumn> columns, int size) {
        double[][] rows = new double[size][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            double[] woe = columns.get(column).woe();
            for (int row = 0; row < size; row++) {
                rows[row][column] = woe[row];
            }
        }
        return rows;
    }

    private static ModelFault unfit(String message) {
        return new ModelFault(
                ProblemCode.TRAINING_DATA_UNFIT, message, Parameter.safe("step", "fitting the scorecard"));
    }
}
