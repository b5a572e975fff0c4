package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import techflow.datasets.synthetic.EconomySettings;
import techflow.datasets.synthetic.SyntheticEconomy;
import techflow.datasets.synthetic.SyntheticFirm;
import techflow.datasets.synthetic.TruthPoint;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.OutcomeDefinition.Label;

/** The real path: synthetic firms with a known true PD, the standard catalogue, training and hold-out. */
class SyntheticEconomyTrainingTest {
    private static final YearMonth UNTIL = YearMonth.of(2026, 10);
    private static final FeatureCatalog CATALOG = StandardCatalog.catalog();

    private final Map<String, Double> truth = new HashMap<>();

    @Test
    void
            a_model_of_the_standard_catalogue_ranks_unseen_firms_better_than_chance_and_no_better_than_the_true_pd_allows() {
        int firms = 1_500;
        int step = 3;
        int tested = 2;
        long start = System.nanoTime();
        TrainingSet set = trainingSet(firms, step);
        long built = System.nanoTime();
        TrainingResult result = new TrainingJob(
                        SmallWorld.scorecard(new TribuoRegression()), Candidate.of(CATALOG.definitions()), 20261101)
                .run(
                        set,
                        TimeSplit.latest(set.days(), tested, tested),
                        SmallWorld.about("1"),
                        (firm, asOf) -> OptionalDouble.of(truth.getOrDefault(firm.code() + asOf, Double.NaN)));
        long trained = System.nanoTime();
        String told = "%d rows, features %d ms, training %d ms, artefact %d bytes%n%s"
                .formatted(
                        set.size(),
                        (built - start) / 1_000_000,
                        (trained - built) / 1_000_000,
                        ArtifactWriter.write(result.artifact()).length,
                        result.report().markdown());
        assertThat(told).contains("合成数据");
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, told);
        ArtifactVerifier.verify(result.artifact());
        double best = result.report().bestPossibleAuc().orElseThrow().value();
        assertThat(result.report().discrimination().auc().value()).as(told).isBetween(best - 0.2, best + 0.05);
    }

    private TrainingSet trainingSet(int firms, int step) {
        List<AsOf> times = IntStream.iterate(12, month -> month + step)
                .mapToObj(month -> UNTIL.plusMonths(1).minusMonths(month).atDay(1))
                .takeWhile(day -> day.isAfter(LocalDate.of(2021, 12, 1)))
                .map(AsOf::startOf)
                .toList();
        TrainingSet.Builder builder = TrainingSet.of(CATALOG.schema());
        new SyntheticEconomy(new EconomySettings(firms, 20_261_101L, UNTIL))
                .generate(firm -> add(firm, times, builder));
        return builder.build();
    }

    private void add(SyntheticFirm firm, List<AsOf> times, TrainingSet.Builder builder) {
        Outcome outcome = new Outcome(firm.id(), firm.defaultedOn(), UNTIL.atEndOfMonth());
        for (AsOf asOf : times) {
            Label label = OutcomeDefinition.TWELVE_MONTHS.label(outcome, asOf);
            OptionalDouble pd = truePd(firm, asOf);
            if ((label == Label.GOOD || label == Label.BAD) && pd.isPresent()) {
                truth.put(firm.id().code() + asOf, pd.getAsDouble());
                builder.add(CATALOG.compute(Snapshot.cut(firm.id(), asOf, firm.signals())), label == Label.BAD);
            }
        }
    }

    private static OptionalDouble truePd(SyntheticFirm firm, AsOf asOf) {
        YearMonth month = YearMonth.from(asOf.date()).minusMonths(1);
        return firm.truth().stream()
                .filter(point -> point.month().equals(month))
                .mapToDouble(TruthPoint::truePd)
                .findFirst();
    }
}
