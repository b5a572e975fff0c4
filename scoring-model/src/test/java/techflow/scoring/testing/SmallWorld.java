package techflow.scoring.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.technology.InnovationPoints;
import techflow.scoring.technology.TechnologyAssessment;
import techflow.scoring.training.AboutModel;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.RegressionFitter;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TimeSplit;
import techflow.scoring.training.TrainingJob;
import techflow.scoring.training.TrainingResult;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;

/** Synthetic firms with ten features and a known true PD. Everything follows from the seed. */
public final class SmallWorld {
    public static final FeatureName CASH = new FeatureName("cash_ratio");
    public static final FeatureName LATE = new FeatureName("late_payments");
    public static final FeatureName GROWTH = new FeatureName("growth");
    public static final FeatureName FIELD = new FeatureName("field");
    public static final FeatureName NOISE = new FeatureName("noise");
    public static final FeatureName TWIN = new FeatureName("cash_ratio_twin");
    public static final FeatureName CONSTANT = new FeatureName("constant");
    public static final FeatureName CONTRARY = new FeatureName("contrary");
    public static final FeatureName CLOSED = new FeatureName("registry_closed");
    public static final FeatureName DISHONEST = new FeatureName("dishonest_cases_open");

    public static final FeatureCatalog CATALOG = new FeatureCatalog(
            "test-1",
            List.of(
                    numeric(CASH, Direction.SAFER_WHEN_HIGHER),
                    numeric(LATE, Direction.RISKIER_WHEN_HIGHER),
                    numeric(GROWTH, Direction.NONE),
                    category(FIELD, "bio", "chips", "software"),
                    numeric(NOISE, Direction.SAFER_WHEN_HIGHER),
                    numeric(TWIN, Direction.SAFER_WHEN_HIGHER),
                    numeric(CONSTANT, Direction.NONE),
                    numeric(CONTRARY, Direction.SAFER_WHEN_HIGHER),
                    numeric(CLOSED, Direction.RISKIER_WHEN_HIGHER),
                    numeric(DISHONEST, Direction.RISKIER_WHEN_HIGHER)));
    public static final FeatureSchema SCHEMA = CATALOG.schema();

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int HALF_YEARS = 10;

    private final TrainingSet set;
    private final Map<String, Double> truth = new HashMap<>();

    /** @param rows firms, spread over ten half-yearly as-of days */
    public SmallWorld(long seed, int rows) {
        Random random = new Random(seed);
        TrainingSet.Builder builder = TrainingSet.of(SCHEMA);
        for (int row = 0; row < rows; row++) {
            AsOf asOf = AsOf.startOf(FIRST.plusMonths(6L * (row % HALF_YEARS)));
            EnterpriseId firm = firm(row);
            double cash = random.nextGaussian();
            int late = (int) Math.floor(-Math.log(1 - random.nextDouble()));
            double growth = random.nextGaussian();
            int field = random.nextInt(3);
            double logOdds = 3 + 0.9 * cash - 0.5 * late - 0.4 * growth * growth + 0.5 * (field - 1);
            double pd = ProbabilityOfDefault.ofLogOdds(logOdds).value();
            truth.put(firm.code() + asOf, pd);
            boolean bad = random.nextDouble() < pd;
            List<FeatureValue> values = new ArrayList<>(List.of(
                    random.nextDouble() < 0.1 ? missing() : FeatureValue.of(cash),
                    FeatureValue.of(late),
                    random.nextDouble() < 0.2 ? missing() : FeatureValue.of(growth),
                    new FeatureValue.Category(
                            List.of("bio", "chips", "software").get(field)),
                    FeatureValue.of(random.nextGaussian()),
                    FeatureValue.of(cash + 0.1 * random.nextGaussian()),
                    FeatureValue.of(7),
                    FeatureValue.of(late + random.nextInt(2)),
                    FeatureValue.of(random.nextInt(200) == 0 ? 1 : 0),
                    FeatureValue.of(0)));
            builder.add(new FeatureVector(firm, asOf, SCHEMA, values), bad);
        }
        set = builder.build();
    }

    public TrainingSet set() {
        return set;
    }

    public OptionalDouble truePd(EnterpriseId firm, AsOf asOf) {
        Double pd = truth.get(firm.code() + asOf);
        return pd == null ? OptionalDouble.empty() : OptionalDouble.of(pd);
    }

    /** A model trained on this world. */
    public TrainingResult train(String version) {
        return new TrainingJob(scorecard(new TribuoRegression()), Candidate.of(CATALOG.definitions()), 20261101)
                .run(set, TimeSplit.latest(set.days(), 2, 2), about(version), this::truePd);
    }

    /** The standard scorecard, fitted by a library. */
    public static ModelTrainer scorecard(RegressionFitter regression) {
        return new ScorecardTrainer(regression, TrainingSettings.STANDARD);
    }

    public static AboutModel about(String version) {
        return new AboutModel(
                "test-pd", version, Instant.parse("2026-11-01T00:00:00Z"), "test", "small synthetic world", true);
    }

    /** Another firm, known or not, with the given number replaced. */
    public static FeatureVector with(FeatureVector vector, FeatureName feature, FeatureValue value) {
        List<FeatureValue> values = new ArrayList<>(vector.values());
        values.set(SCHEMA.position(feature).orElseThrow(), value);
        return new FeatureVector(vector.enterprise(), vector.asOf(), vector.schema(), values);
    }

    public static FeatureValue missing() {
        return FeatureValue.missing(MissingReason.NOT_DISCLOSED);
    }

    /** The technology side, not looked at by this world. */
    public static TechnologyAssessment noTechnology(FeatureVector vector) {
        return new TechnologyAssessment(java.util.Optional.empty(), List.of(), "none");
    }

    public static InnovationPoints noPoints(FeatureVector vector) {
        return new InnovationPoints(java.util.Optional.empty(), 0, InnovationPoints.Stage.GROWTH, List.of(), "none");
    }

    public static EnterpriseId firm(int number) {
        return EnterpriseId.placeholder(String.format(Locale.ROOT, "%08d", number));
    }

    private static FeatureDefinition numeric(FeatureName name, Direction direction) {
        var builder = start(name).in(Unit.RATIO, Range.ANY);
        return switch (direction) {
            case SAFER_WHEN_HIGHER -> builder.saferWhenHigher("test").is(snapshot -> missing());
            case RISKIER_WHEN_HIGHER -> builder.riskierWhenHigher("test").is(snapshot -> missing());
            case NONE -> builder.noDirection("test").is(snapshot -> missing());
        };
    }

    private static FeatureDefinition category(FeatureName name, String... labels) {
        return start(name).oneOf(labels).noDirection("test").is(snapshot -> missing());
    }

    private static FeatureDefinition.Builder start(FeatureName name) {
        return FeatureDefinition.feature(name.value(), "测试", FeatureFamily.PROFILE)
                .describedAs("test")
                .missingMeans("test")
                .source("test")
                .reads(SignalKind.ENTERPRISE_PROFILE);
    }
}
