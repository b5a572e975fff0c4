package techflow.benchmark.scoring;

import java.io.PrintStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.datasets.synthetic.EconomySettings;
import techflow.datasets.synthetic.SyntheticEconomy;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.artifact.ResultJson;
import techflow.scoring.artifact.VectorJson;
import techflow.scoring.model.Calibrator;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.settings.TechnologySettings;
import techflow.scoring.trees.FlatTreeEnsemble;

/** The real scoring path over vectors in memory, whole and stage by stage. */
final class PipelineBenchmark {
    private static final int FIRMS = 600;
    private static final int MODEL_FEATURES = 40;
    private static final int REFERENCE_FIRMS = 200;
    private static final FeatureCatalog CATALOG = StandardCatalog.catalog();

    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<FeatureVector> vectors = new ArrayList<>();
    private int signals;

    private PipelineBenchmark() {}

    static void run(int trees, int depth, int rounds, PrintStream out) {
        PipelineBenchmark firms = new PipelineBenchmark();
        AsOf asOf = AsOf.startOf(YearMonth.of(2026, 10).atEndOfMonth().plusDays(1));
        new SyntheticEconomy(new EconomySettings(FIRMS, 7, YearMonth.of(2026, 10))).generate(firm -> {
            Snapshot snapshot = Snapshot.cut(firm.id(), asOf, firm.signals());
            firms.signals += firm.signals().size();
            firms.snapshots.add(snapshot);
            firms.vectors.add(CATALOG.compute(snapshot));
        });
        firms.compare(trees, depth, rounds, out);
    }

    private void compare(int trees, int depth, int rounds, PrintStream out) {
        FlatTreeEnsemble model = RandomEnsemble.of(features(), vectors, trees, depth);
        ScoringPipeline pipeline = pipeline(model);
        TechnologySettings settings = TechnologySettings.shipped();
        List<ScoringResult> results = vectors.stream().map(pipeline::score).toList();
        int size = vectors.size();
        out.printf(
                "%n%d synthetic firms of %d signals, %d features; model of %d trees of depth %d over %d features.%n",
                size, signals / size, CATALOG.schema().size(), trees, depth, MODEL_FEATURES);
        Rounds.run(
                "Vectors in memory, " + trees + " trees of depth " + depth,
                rounds,
                List.of(
                        new Rounds.Contender("**credit score alone**", i -> pipeline
                                .credit(vectors.get(i % size))
                                .map(credit -> (double) credit.score())
                                .orElse(0.0)),
                        new Rounds.Contender("**whole result with exact reasons**", i -> pipeline
                                .score(vectors.get(i % size))
                                .completeness()),
                        new Rounds.Contender("of it the ensemble", i -> model.logOdds(vectors.get(i % size))),
                        new Rounds.Contender("of it the technology index", i -> settings.index()
                                .assess(vectors.get(i % size))
                                .dimensions()
                                .size()),
                        new Rounds.Contender("of it the innovation points", i -> settings.innovationPoints()
                                .award(vectors.get(i % size))
                                .maximum()),
                        new Rounds.Contender("features of a snapshot", i -> CATALOG.compute(snapshots.get(i % size))
                                .values()
                                .size()),
                        new Rounds.Contender("the vector as text", i -> VectorJson.write(vectors.get(i % size))
                                .length()),
                        new Rounds.Contender("the result as text", i -> ResultJson.write(results.get(i % size))
                                .length())),
                out);
    }

    private static List<FeatureName> features() {
        return CATALOG.schema().columns().stream()
                .filter(column -> column.unit() != Unit.CATEGORY)
                .map(column -> column.name())
                .limit(MODEL_FEATURES)
                .toList();
    }

    private ScoringPipeline pipeline(FlatTreeEnsemble model) {
        TechnologySettings settings = TechnologySettings.shipped();
        List<List<FeatureValue>> sample = vectors.stream()
                .limit(REFERENCE_FIRMS)
                .map(vector -> model.features().stream().map(vector::value).toList())
                .toList();
        int size = model.features().size();
        List<FeatureValue> typical = model.features().stream().map(this::median).toList();
        ReferenceProfile reference =
                new ReferenceProfile("GRADE_R3_MEAN", FIRMS, Collections.nCopies(size, 0.0), typical, sample);
        Map<CreditGrade, ReferenceProfile> references = new EnumMap<>(CreditGrade.class);
        Arrays.stream(CreditGrade.values()).forEach(grade -> references.put(grade, reference));
        return new ScoringPipeline(
                CATALOG.schema(),
                model,
                Calibrator.IDENTITY,
                GradeScale.standard(ScoreScale.STANDARD),
                references,
                Optional.empty(),
                settings.cutOff(),
                settings.index(),
                settings.innovationPoints());
    }

    private FeatureValue median(FeatureName feature) {
        double[] known = vectors.stream()
                .mapToDouble(vector -> vector.number(feature))
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        OptionalDouble middle = known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(known[known.length / 2]);
        return FeatureValue.of(middle.orElse(0));
    }
}
