package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.FeatureBins;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.training.ModelTrainer.Dropped;

/** Bins, selects and weighs features. Every feature that is left out is listed with the reason. */
public final class ScorecardFitter {
    private final RegressionFitter regression;
    private final List<Candidate> candidates;
    private final TrainingSettings settings;
    private final Optional<BinsFile> reviewed;

    public ScorecardFitter(RegressionFitter regression, List<Candidate> candidates, TrainingSettings settings) {
        this(regression, candidates, settings, Optional.empty());
    }

    /** @param reviewed bins that experts settled: these cuts and no others, and no feature that the file does not keep */
    public ScorecardFitter(
            RegressionFitter regression,
            List<Candidate> candidates,
            TrainingSettings settings,
            Optional<BinsFile> reviewed) {
        this.regression = regression;
        this.candidates = List.copyOf(candidates);
        this.settings = settings;
        this.reviewed = reviewed;
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
        columns.sort(Comparator.comparingInt(column -> set.position(column.feature())));
        List<WoeColumn> lines = new BackwardSelection(settings, set.bads(), set.weights(), dropped).select(columns);
        RegressionFitter.Fit fit = weigh(set, lines, dropped);
        return new Fitted(scorecard(lines, fit), fit, values, dropped);
    }

    /** A scorecard of given bins, which are not counted anew: weights alone are fitted. */
    static Scorecard atBinnings(
            RegressionFitter regression, TrainingSettings settings, TrainingSet set, List<Binning> binnings) {
        List<WoeColumn> lines = new ArrayList<>(
                binnings.stream().map(binning -> WoeColumn.of(set, binning)).toList());
        ScorecardFitter fitter = new ScorecardFitter(regression, List.of(), settings);
        return scorecard(lines, fitter.weigh(set, lines, new ArrayList<>()));
    }

    private List<FittedBinning> bin(TrainingSet set, List<Dropped> dropped) {
        BinningFitter fitter = new BinningFitter(settings.binning());
        List<FittedBinning> binned = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (reviewed.isPresent()) {
                settled(fitter, set, reviewed.get(), candidate.feature(), binned, dropped);
                continue;
            }
            fitter.fit(set, candidate)
                    .ifPresentOrElse(
                            binning -> binned.add(FittedBinning.of(binning)),
                            () -> dropped.add(new Dropped(candidate.feature(), "constant, or one bin only")));
        }
        return binned;
    }

    private static void settled(
            BinningFitter fitter,
            TrainingSet set,
            BinsFile file,
            FeatureName feature,
            List<FittedBinning> binned,
            List<Dropped> dropped) {
        Optional<FeatureBins> bins = file.feature(feature);
        if (bins.isEmpty()) {
            dropped.add(new Dropped(feature, "not in the bins file"));
        } else if (bins.get().dropped()) {
            dropped.add(new Dropped(feature, "dropped in the bins file: " + lastReason(bins.get())));
        } else {
            binned.add(FittedBinning.of(fitter.at(set, bins.get()).binning()));
        }
    }

    private static String lastReason(FeatureBins bins) {
        return bins.edits().isEmpty()
                ? "no reason given"
                : bins.edits().getLast().reason();
    }

    /** Fits by the library; drops what its rounding takes below 0. {@code lines} then holds those that are left. */
    private RegressionFitter.Fit weigh(TrainingSet set, List<WoeColumn> lines, List<Dropped> dropped) {
        while (!lines.isEmpty()) {
            RegressionFitter.Fit fit = shrunk(set, lines);
            List<WoeColumn> wrong = IntStream.range(0, lines.size())
                    .filter(i -> fit.coefficients().get(i) <= 0)
                    .mapToObj(lines::get)
                    .toList();
            if (wrong.isEmpty()) {
                return fit;
            }
            wrong.forEach(line -> dropped.add(new Dropped(line.feature(), "its coefficient rounds to 0 or less")));
            lines.removeAll(wrong);
        }
        throw unfit("No feature is left that tells goods from bads");
    }

    /** The library pulls to zero; a further column, the sum of the others, lets the common coefficient go free. */
    private RegressionFitter.Fit shrunk(TrainingSet set, List<WoeColumn> lines) {
        double ofSum = settings.shrinkage().weightOfSum(lines.size());
        List<String> names = new ArrayList<>(
                lines.stream().map(line -> line.feature().value()).toList());
        if (ofSum == 0) {
            return regression.fit(names, rows(lines, set.size(), 0), set.bads(), set.weights(), settings.l2());
        }
        names.add("sum of all");
        RegressionFitter.Fit fit =
                regression.fit(names, rows(lines, set.size(), ofSum), set.bads(), set.weights(), settings.l2());
        double common = fit.coefficients().getLast() * ofSum;
        List<Double> coefficients = fit.coefficients().subList(0, lines.size()).stream()
                .map(own -> own + common)
                .toList();
        return new RegressionFitter.Fit(fit.intercept(), coefficients, fit.provenance());
    }

    private static Scorecard scorecard(List<WoeColumn> columns, RegressionFitter.Fit fit) {
        List<Characteristic> lines = IntStream.range(0, columns.size())
                .mapToObj(i -> new Characteristic(
                        columns.get(i).binning(), fit.coefficients().get(i)))
                .toList();
        return new Scorecard(fit.intercept(), lines);
    }

    /** @param ofSum weight of the last column, the sum of the others; 0 for none */
    private static double[][] rows(List<WoeColumn> columns, int size, double ofSum) {
        double[][] rows = new double[size][columns.size() + (ofSum == 0 ? 0 : 1)];
        for (int column = 0; column < columns.size(); column++) {
            double[] woe = columns.get(column).woe();
            for (int row = 0; row < size; row++) {
                rows[row][column] = woe[row];
                if (ofSum != 0) {
                    rows[row][columns.size()] += ofSum * woe[row];
                }
            }
        }
        return rows;
    }

    private static ModelFault unfit(String message) {
        return new ModelFault(
                ProblemCode.TRAINING_DATA_UNFIT, message, Parameter.safe("step", "fitting the scorecard"));
    }
}
