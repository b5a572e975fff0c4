package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.model.PdUncertainty;
import techflow.scoring.score.PdInterval;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.testing.SmallWorld;

class PdUncertaintyFitterTest {
    private static final long SEED = 21;
    private static final SmallWorld WORLD = new SmallWorld(SEED, 6_000);
    private static final ModelArtifact MODEL = WORLD.train("1").artifact();

    /**
     * The true PD of this world varies within a bin, which no interval of weights can cover: what is covered is the mean of
     * the firms that the model cannot tell apart.
     */
    @Test
    void the_interval_of_nine_in_ten_holds_the_mean_true_pd_of_most_groups_that_the_model_cannot_tell_apart() {
        PdUncertainty uncertainty = uncertainty(MODEL, WORLD, PdUncertaintyFitter.STANDARD);
        SmallWorld others = new SmallWorld(SEED + 1, 60_000);
        TrainingSet unseen = KnockedOut.without(others.set());
        Map<PdInterval, DoubleSummaryStatistics> truths = new HashMap<>();
        int own = 0;
        int served = 0;
        for (int row = 0; row < unseen.size(); row++) {
            var vector = unseen.vector(row);
            double logOdds = MODEL.calibrator().calibrate(MODEL.model().logOdds(vector));
            PdInterval interval = uncertainty.interval(logOdds, MODEL.model().terms(vector));
            double pd = ProbabilityOfDefault.ofLogOdds(logOdds).value();
            served += interval.low() <= pd && pd <= interval.high() ? 1 : 0;
            double truth = others.truePd(vector.enterprise(), vector.asOf()).orElseThrow();
            truths.computeIfAbsent(interval, same -> new DoubleSummaryStatistics())
                    .accept(truth);
            own += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        truths.values().removeIf(group -> group.getCount() < 50);
        long held = truths.entrySet().stream()
                .filter(e -> e.getKey().low() <= e.getValue().getAverage()
                        && e.getValue().getAverage() <= e.getKey().high())
                .count();
        String told = "groups %d, held %.3f; single firms held %.3f; served PD held %.3f; seed %d"
                .formatted(
                        truths.size(),
                        (double) held / truths.size(),
                        (double) own / unseen.size(),
                        (double) served / unseen.size(),
                        SEED);
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, told);
        assertThat((double) served / unseen.size()).as(told).isGreaterThan(0.98);
        assertThat(truths.size()).isGreaterThan(50);
        assertThat((double) held / truths.size()).as(told).isBetween(0.6, 0.98);
    }

    @Test
    void more_firms_make_narrower_intervals() {
        SmallWorld small = new SmallWorld(SEED, 1_500);
        ModelArtifact fewer = small.train("1").artifact();
        PdUncertaintyFitter quick = new PdUncertaintyFitter(60, 0.9, SEED);
        assertThat(meanWidth(fewer, uncertainty(fewer, small, quick), small))
                .isGreaterThan(1.4 * meanWidth(MODEL, uncertainty(MODEL, WORLD, quick), WORLD));
    }

    @Test
    void the_same_seed_draws_the_same_replicates() {
        PdUncertaintyFitter quick = new PdUncertaintyFitter(5, 0.9, SEED);
        assertThat(uncertainty(MODEL, WORLD, quick)).isEqualTo(uncertainty(MODEL, WORLD, quick));
        assertThat(uncertainty(MODEL, WORLD, quick).knots())
                .hasSize(MODEL.model().features().size());
    }

    private static PdUncertainty uncertainty(ModelArtifact model, SmallWorld world, PdUncertaintyFitter fitter) {
        TrainingSet rows = KnockedOut.without(world.set());
        var data = model.manifest().data();
        return fitter.fit(
                model.model(),
                TimeSplit.rows(rows, data.training()),
                TimeSplit.rows(rows, data.calibration().orElseThrow()));
    }

    private static double meanWidth(ModelArtifact model, PdUncertainty uncertainty, SmallWorld world) {
        double sum = 0;
        for (int row = 0; row < 300; row++) {
            var vector = world.set().vector(row);
            double logOdds = model.calibrator().calibrate(model.model().logOdds(vector));
            PdInterval interval = uncertainty.interval(logOdds, model.model().terms(vector));
            sum += Math.log(interval.high() / interval.low()) / 300;
        }
        return sum;
    }
}
