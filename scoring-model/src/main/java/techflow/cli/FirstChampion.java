package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.datasets.synthetic.EconomySettings;
import techflow.datasets.synthetic.SyntheticEconomy;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.snapshot.AsOf;
import techflow.features.store.PeerTableStore;
import techflow.features.store.SignalStore;
import techflow.features.store.file.CsvSignalStore;
import techflow.features.store.postgres.LoadResult;
import techflow.features.store.postgres.PostgresPeerTables;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.evaluation.PromotionGates;
import techflow.scoring.evaluation.PromotionGates.Gate;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.registry.postgres.PostgresModelRegistry;
import techflow.scoring.training.AboutModel;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.Outcome;
import techflow.scoring.training.OutcomeDefinition;
import techflow.scoring.training.OutcomeReader;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TimeSplit;
import techflow.scoring.training.TrainingJob;
import techflow.scoring.training.TrainingResult;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;

/** From an empty database to a champion: a synthetic population, its features, a trained and tested model. */
final class FirstChampion {
    private static final String ACTOR = "techflow up";
    private static final int MONTHS_BETWEEN_AS_OFS = 3;
    private static final int AS_OFS = 16;
    private static final int CALIBRATION_AS_OFS = 2;
    private static final int HOLD_OUT_AS_OFS = 4;

    private final Workspace workspace;
    private final DatabaseUrl database;
    private final EconomySettings settings;
    private final Instant now;
    private final FeatureCatalog catalog = StandardCatalog.catalog();

    FirstChampion(Workspace workspace, DatabaseUrl database, EconomySettings settings, Instant now) {
        this.workspace = workspace;
        this.database = database;
        this.settings = settings;
        this.now = now;
    }

    /** The last month that is over in China. */
    static YearMonth lastWholeMonth(Instant now) {
        return YearMonth.from(ZonedDateTime.ofInstant(now, SignalHeader.CHINA)).minusMonths(1);
    }

    void make(Steps steps) throws Exception {
        Path data = workspace.syntheticData();
        steps.run("Writing synthetic firms", settings.firms(), progress -> write(data, progress));
        steps.run("Loading their signals", settings.firms(), progress -> load(data, progress));
        List<Outcome> outcomes = OutcomeReader.read(data.resolve(DatasetWriter.OUTCOMES));
        StagedPopulation population =
                steps.call("Building features", outcomes.size(), progress -> vectors(outcomes, progress));
        PeerTables tables = steps.call("Building peer tables", () -> keep(population.tables()));
        TrainingResult result =
                steps.call("Training a scorecard", () -> train(population.trainingSet(tables), tables, data));
        steps.run("Testing and promoting it", () -> promote(result));
    }

    private String write(Path data, LongConsumer progress) {
        var report = new DatasetWriter(data).write(new SyntheticEconomy(settings), progress);
        return String.format(
                Locale.ROOT,
                "%,d synthetic firms, %,d signals, %d defaults",
                report.firms(),
                report.totalRows(),
                report.defaults());
    }

    private String load(Path data, LongConsumer progress) {
        AtomicLong firms = new AtomicLong();
        Stream<List<Signal>> histories = new CsvSignalStore(data.resolve(DatasetWriter.SIGNALS))
                .histories()
                .map(SignalStore.History::signals);
        try (ReadAhead<List<Signal>> ahead = new ReadAhead<>(histories)) {
            Stream<Signal> signals = Stream.generate(() -> ahead)
                    .takeWhile(ReadAhead::hasNext)
                    .flatMap(next -> {
                        progress.accept(firms.incrementAndGet());
                        return next.next().stream();
                    });
            LoadResult loaded = new PostgresSignalLoader(database.dataSource()).load(signals);
            return String.format(Locale.ROOT, "%,d rows, %,d new", loaded.read(), loaded.inserted());
        }
    }

    /** Quarterly as-ofs, the latest of them one whole year before the end of the observation. */
    private List<AsOf> asOfs() {
        LocalDate last = settings.until().plusMonths(1).atDay(1).minusMonths(12);
        List<AsOf> asOfs = new ArrayList<>();
        for (int i = AS_OFS - 1; i >= 0; i--) {
            asOfs.add(AsOf.startOf(last.minusMonths((long) i * MONTHS_BETWEEN_AS_OFS)));
        }
        return asOfs;
    }

    /** Every firm at every as-of and today, so that each date's peer table counts all of them; labelled ones to train. */
    private StagedPopulation vectors(List<Outcome> outcomes, LongConsumer progress) {
        Map<EnterpriseId, Outcome> byFirm = new HashMap<>();
        outcomes.forEach(outcome -> byFirm.put(outcome.enterprise(), outcome));
        List<AsOf> times = new ArrayList<>(asOfs());
        times.add(AsOf.startOf(new AsOf(now).date()));
        StagedPopulation population = new StagedPopulation(catalog, times);
        new LocalFeatureEngine(Runtime.getRuntime().availableProcessors(), progress)
                .compute(
                        new PostgresSignalStore(database.dataSource()),
                        population.catalog(),
                        population.spine(byFirm.keySet()),
                        vector -> {
                            Outcome outcome = java.util.Objects.requireNonNull(byFirm.get(vector.enterprise()));
                            population.add(vector, label(outcome, vector.asOf()));
                        });
        return population;
    }

    private PeerTables keep(PeerTables tables) {
        PeerTableStore store = new PostgresPeerTables(database.dataSource());
        tables.all().forEach(store::save);
        return tables;
    }

    private static Optional<Boolean> label(Outcome outcome, AsOf asOf) {
        return switch (OutcomeDefinition.TWELVE_MONTHS.label(outcome, asOf)) {
            case GOOD -> Optional.of(false);
            case BAD -> Optional.of(true);
            case ALREADY_DEFAULTED, NOT_FULLY_OBSERVED -> Optional.empty();
        };
    }

    private TrainingResult train(TrainingSet set, PeerTables tables, Path data) throws IOException {
        AboutModel about = new AboutModel(
                "tech-flow-pd",
                "1.0." + settings.until().toString().replace("-", ""),
                now,
                ACTOR,
                "SYNTHETIC population 合成数据: %d firms, seed %d, until %s"
                        .formatted(settings.firms(), settings.seed(), settings.until()),
                true,
                tables.all().stream().map(PeerTable::id).toList());
        return new TrainingJob(
                        new ScorecardTrainer(new TribuoRegression(), TrainingSettings.STANDARD),
                        Candidate.of(catalog.definitions()),
                        TrainingSettings.STANDARD.seed())
                .run(
                        set,
                        TimeSplit.latest(set.days(), CALIBRATION_AS_OFS, HOLD_OUT_AS_OFS),
                        about,
                        TruePds.in(data.resolve(DatasetWriter.TRUTH)));
    }

    private String promote(TrainingResult result) throws IOException {
        EvaluationReport report = result.report();
        Path file = workspace.reports().resolve("champion.md");
        Files.createDirectories(workspace.reports());
        Files.writeString(file, report.markdown());
        List<String> failed = PromotionGates.STANDARD.check(report).stream()
                .filter(gate -> !gate.passed())
                .map(Gate::describe)
                .toList();
        if (!failed.isEmpty()) {
            throw new ModelFault(
                    ProblemCode.PROMOTION_REFUSED,
                    "The model does not pass its gates and is not promoted: " + String.join("; ", failed) + "; report: "
                            + file);
        }
        ModelRegistry registry = new PostgresModelRegistry(database.dataSource());
        RegisteredModel model = registry.publish(ArtifactWriter.write(result.artifact()), ACTOR, now);
        registry.promote(
                ModelAlias.CHAMPION, model.sha256(), new Change(ACTOR, "first champion: all gates passed", now));
        return String.format(
                Locale.ROOT,
                "%s %s  hold-out AUC %.3f of %.3f attainable (synthetic), KS %.3f",
                model.modelId(),
                model.version(),
                report.discrimination().auc().value(),
                report.bestPossibleAuc().map(best -> best.value()).orElse(Double.NaN),
                report.discrimination().ks().value());
    }
}
