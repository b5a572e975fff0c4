package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.run.RunRecord;
import techflow.scoring.signing.ArtifactSignature;
import techflow.scoring.signing.SigningKey;
import techflow.scoring.training.CentralTendency;

/** {@code techflow train}: from a data folder to an artefact, its report, and a record of the run. */
@Command(name = "train", description = "Trains a model from a data folder; writes artefact and report, records the run")
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "signals and outcomes.csv")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path data;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = "who trains; somebody else must approve")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String author;

    @Option(names = "--trainer", paramLabel = "NAME", description = "scorecard where neither this nor the file tells")
    private Optional<String> trainer = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE", description = "YAML with trainer, seed, asOfs and settings")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "a setting of the trainer, such as binning.mostBins=5; stronger than the file")
    private Map<String, String> settings = new TreeMap<>();

    @Option(names = "--bins", paramLabel = "FILE", description = "reviewed bins")
    private Optional<Path> bins = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "seed of every random choice")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--as-ofs",
            paramLabel = "N",
            description = "quarterly as-of days, the latest 12 months before the end")
    private Optional<Integer> asOfs = Optional.empty();

    @Option(
            names = "--central-tendency",
            paramLabel = "RATE",
            description = "long-run default rate that PDs are moved to, such as 0.021; needs --central-source")
    private Optional<Double> centralRate = Optional.empty();

    @Option(
            names = "--central-source",
            paramLabel = "TEXT",
            description = "who states the long-run rate, and from which years")
    private Optional<String> centralSource = Optional.empty();

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Option(names = "--parent", paramLabel = "RUN", description = "the run that this one goes on from")
    private Optional<String> parent = Optional.empty();

    @Option(names = "--publish", description = "publish the artefact in the registry, as a candidate")
    private boolean publish;

    @Option(names = "--sign-with", paramLabel = "KEY", description = "private key (PEM) to sign the artefact with")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the artefact; the report goes beside it as .md (.techflow/models/ID-VERSION.json)")
    private Optional<Path> out = Optional.empty();

    /** Not the standard mixin: its {@code --version} is the program's, ours is the model's. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Mixin
    private RegistryOption registry = new RegistryOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Override
    public Integer call() throws Exception {
        TrainingPlan plan = plan(config.isPresent() ? TrainConfig.read(config.get()) : TrainConfig.NONE);
        Optional<SigningKey> signer = key.map(SigningKey::read); // a wrong key is told before the work, not after
        try (RegistryOption.Opened opened = registry.open()) {
            Optional<String> from = parent.map(name -> opened.runs().find(name).id());
            Steps steps = new Steps(System.err, TrainingRun.STEPS, Steps.onTerminal());
            DataFolder folder = new DataFolder(data);
            TrainingRun run = new TrainingRun(folder, plan, identity.of(folder, author, started));
            TrainingRun.Outcome outcome = run.run(steps);
            ArtifactFile file = ArtifactFile.of(out, run.identity());
            Optional<ArtifactSignature> signature =
                    signer.map(one -> one.sign(outcome.artifact(), author, Instant.now()));
            file.write(outcome, signature);
            RunRecord record = record(outcome, from, new LinkedHashMap<>(steps.times()));
            opened.runs().append(record);
            tell(outcome, file, record);
            if (publish) {
                publish(opened.registry(), outcome, signature);
            }
        }
        return ExitCode.DONE;
    }

    private TrainingPlan plan(TrainConfig file) {
        Map<String, String> all = new TreeMap<>(file.settings());
        all.putAll(settings);
        TrainingPlan standard = TrainingPlan.STANDARD;
        return new TrainingPlan(
                trainer.or(file::trainer).orElse(standard.trainer()),
                all,
                seed.orElse(file.numbers().getOrDefault("seed", standard.seed())),
                asOfs.orElse(file.whole("asOfs", standard.asOfs())),
                file.whole("calibrationAsOfs", standard.calibrationAsOfs()),
                file.whole("holdOutAsOfs", standard.holdOutAsOfs()),
                file.sha256(),
                bins,
                centralRate.map(this::central));
    }

    private CentralTendency.Stated central(double rate) {
        try {
            return new CentralTendency.Stated(rate, centralSource.orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RecordFault(
                    ProblemCode.SETTING_INVALID,
                    "--central-tendency and --central-source cannot be used: " + e.getMessage());
        }
    }

    private RunRecord record(TrainingRun.Outcome outcome, Optional<String> from, Map<String, Double> seconds) {
        return new RunRecord(
                RunRecord.idOf(started, outcome.sha256()),
                started,
                author,
                from,
                outcome.sha256(),
                outcome.result().artifact().manifest(),
                BuildVersion.machine(),
                seconds);
    }

    private void tell(TrainingRun.Outcome outcome, ArtifactFile file, RunRecord record) {
        PrintWriter print = spec.commandLine().getOut();
        var report = outcome.result().report();
        print.printf(
                Locale.ROOT,
                "%s %s%n  artefact  %s  (SHA-256 %s)%n  report    %s%n  run       %s%n",
                record.manifest().modelId(),
                record.manifest().version(),
                file.path(),
                outcome.sha256(),
                file.report(),
                record.id());
        print.printf(
                Locale.ROOT,
                "  hold-out  AUC %.3f, KS %.3f, Brier %.4f on %,d rows, %,d bad%s%n",
                report.discrimination().auc().value(),
                report.discrimination().ks().value(),
                report.brier().value(),
                report.rows(),
                report.bads(),
                report.synthetic() ? " (SYNTHETIC 合成数据)" : "");
        print.flush();
    }

    private void publish(ModelRegistry to, TrainingRun.Outcome outcome, Optional<ArtifactSignature> signature) {
        RegisteredModel model = to.publish(outcome.artifact(), author, Instant.now());
        signature.ifPresent(one -> to.sign(model.sha256(), one));
        PrintWriter print = spec.commandLine().getOut();
        print.println("  published as a candidate"
                + signature.map(one -> ", signed by key " + one.shortKeyId()).orElse(", not signed"));
        print.flush();
    }
}
