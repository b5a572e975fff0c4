package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.ModelTrainer.Dropped;

/** Guards, backward selection and the pull to a common coefficient. */
class ScorecardSelectionTest {
    private static final long SEED = 77;
    private static final int ROWS = 4_000;
    private static final TrainingSet SET = new SmallWorld(9, 4_000).set();
    private static final List<Candidate> CANDIDATES = Candidate.of(SmallWorld.CATALOG.definitions());

    @Test
    void a_mixture_of_others_that_no_pair_gives_away_is_dropped_by_its_inflation() {
        TrainingSettings pairsAlone = settings(0.95, 1e9);
        TrainingSettings guarded = settings(0.95, 3);
        assertThat(dropped(pairsAlone).stream().map(Dropped::reason)).noneMatch(one -> one.contains("inflation"));
        List<Dropped> dropped = dropped(guarded);
        assertThat(dropped.stream().map(Dropped::reason))
                .anySatisfy(reason -> assertThat(reason).matches(".*variance inflation factor [0-9.]+, at most 3.0"));
    }

    @Test
    void lines_of_the_wrong_sign_go_and_what_is_left_is_the_fit_of_what_is_left() {
        Random random = new Random(SEED);
        double[][] x = columns(random, 6);
        boolean[] bads = outcomes(random, x, new double[] {1, 0.6, 0.3, 0, -0.8, 0.02});
        TrainingSettings settings = TrainingSettings.STANDARD.withL2(1).withLinePrice(6.6);
        List<Dropped> dropped = new ArrayList<>();
        List<WoeColumn> kept = new BackwardSelection(settings, bads, ones(), dropped).select(woe(x));
        assertThat(kept.stream().map(WoeColumn::feature).map(FeatureName::value))
                .as("seed %d", SEED)
                .containsExactly("x_0", "x_1", "x_2");
        assertThat(dropped).anySatisfy(one -> {
            assertThat(one.feature().value()).isEqualTo("x_4");
            assertThat(one.reason()).contains("wrong sign").contains("must be above 0");
        });
        assertThat(dropped).anySatisfy(one -> assertThat(one.reason()).contains("the price 6.60"));
    }

    @Test
    void the_gain_read_from_the_approximation_is_near_that_of_fitting_without_the_line() {
        Random random = new Random(SEED);
        double[][] x = columns(random, 3);
        boolean[] bads = outcomes(random, x, new double[] {0.8, 0.5, 0.1});
        List<Dropped> dropped = new ArrayList<>();
        new BackwardSelection(TrainingSettings.STANDARD.withL2(1e-6).withLinePrice(1e9), bads, ones(), dropped)
                .select(woe(x));
        double told = Double.parseDouble(dropped.getFirst().reason().replaceAll(".*is ([0-9.]+), the.*", "$1"));
        double without = loss(new double[][] {x[0], x[1]}, bads);
        assertThat(dropped.getFirst().feature().value()).isEqualTo("x_2");
        assertThat(told).isCloseTo(2 * (without - loss(x, bads)), within(0.3));
    }

    @Test
    void a_strong_common_pull_leaves_equal_coefficients_and_a_strong_pull_to_zero_leaves_none_to_speak_of() {
        List<Double> common = coefficients(Shrinkage.COMMON);
        List<Double> zero = coefficients(Shrinkage.ZERO);
        assertThat(common)
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one).isCloseTo(common.getFirst(), within(0.05)));
        assertThat(common.getFirst()).isGreaterThan(0.4);
        assertThat(zero).allSatisfy(one -> assertThat(one).isLessThan(0.15));
    }

    private static List<Double> coefficients(Shrinkage shrinkage) {
        TrainingSettings settings =
                TrainingSettings.STANDARD.withShrinkage(shrinkage).withL2(1e4);
        return new ScorecardFitter(new TribuoRegression(), CANDIDATES, settings)
                .fit(SET).scorecard().characteristics().stream()
                        .map(Characteristic::coefficient)
                        .toList();
    }

    private static List<Dropped> dropped(TrainingSettings settings) {
        Random random = new Random(SEED);
        double[][] x = columns(random, 4);
        for (int row = 0; row < ROWS; row++) {
            x[3][row] = x[0][row] + x[1][row] + x[2][row] + 0.3 * random.nextGaussian();
        }
        List<Dropped> dropped = new ArrayList<>();
        List<WoeColumn> columns = woe(x);
        new WoeSelection(settings, dropped).guarded(columns);
        return dropped;
    }

    private static TrainingSettings settings(double correlation, double vif) {
        return new TrainingSettings(
                1, 1, Shrinkage.ZERO, 0, 20, 0, 1, correlation, vif, TrainingSettings.STANDARD.binning());
    }

    private static double loss(double[][] x, boolean[] bads) {
        var fit = new NewtonRegression(x, bads, ones(), 1e-6, Shrinkage.ZERO)
                .fit(0)
                .fit();
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> LogLoss.of(
                        fit.logOdds(Arrays.stream(x)
                                .mapToDouble(column -> column[row])
                                .toArray()),
                        bads[row]))
                .sum();
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[][] columns(Random random, int count) {
        double[][] x = new double[count][ROWS];
        for (double[] column : x) {
            Arrays.setAll(column, row -> random.nextGaussian());
        }
        return x;
    }

    private static boolean[] outcomes(Random random, double[][] x, double[] coefficients) {
        boolean[] bads = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double logOdds = 1.5;
            for (int i = 0; i < x.length; i++) {
                logOdds += coefficients[i] * x[i][row];
            }
            bads[row] = random.nextDouble() < 1 / (1 + Math.exp(logOdds));
        }
        return bads;
    }

    private static List<WoeColumn> woe(double[][] x) {
        List<WoeColumn> columns = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            Binning binning = new Binning(
                    new FeatureName("x_" + i),
                    List.of(new Bin.NumericBin(
                            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, new Counts(1, 1))),
                    new Bin.MissingBin(0, new Counts(0, 0)));
            columns.add(new WoeColumn(binning, x[i]));
        }
        return columns;
    }
}
