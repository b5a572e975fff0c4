package techflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureSchema;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.settings.GatesReader;
import techflow.scoring.settings.TechnologySettings;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.validation.Exclusions;
import techflow.scoring.validation.Validation;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.ValidationRows;
import techflow.scoring.validation.ValidationSubject;
import techflow.scoring.validation.ValidationSubject.Challenger;
import techflow.scoring.validation.document.HtmlWriter.Language;
import techflow.scoring.validation.gate.Figure;
import techflow.scoring.validation.gate.GateOverride;
import techflow.scoring.validation.gate.GatesFile;
import techflow.scoring.validation.report.ReportFiles;

/** {@code techflow validate MODEL}: judges a model by rows that it never saw, and writes the report that is signed. */
@Command(
        name = "validate",
        description = "Judges a model on data it never saw: a report to sign, and gates; exit code 3 when one fails",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            description = "file of an artefact, alias such as champion, version, or first digits of the hash")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "data folder: signals and outcomes.csv; days that the model was trained on are told apart")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path data;

    @Option(
            names = "--report",
            required = true,
            paramLabel = "DIR",
            description = "folder for report.html and report.json")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path report;

    @Option(names = "--gates", paramLabel = "FILE", description = "limits in YAML; without it the shipped ones")
    private Optional<Path> gates = Optional.empty();

    @Option(names = "--challenger", paramLabel = "MODEL", description = "another model, judged on the same rows")
    private Optional<String> challenger = Optional.empty();

    @Option(
            names = "--override",
            paramLabel = "GATE=REASON",
            description = "answers for a gate that fails; recorded in the report; may be repeated")
    private Map<String, String> overrides = Map.of();

    @Option(names = "--by", paramLabel = "NAME", description = "who overrides; not who trained the model")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--as-ofs",
            paramLabel = "N",
            defaultValue = "16",
            description = "quarterly as-of days to look back over (${DEFAULT-VALUE})")
    private int asOfs;

    @Option(
            names = "--lang",
            paramLabel = "zh|en|both",
            defaultValue = "both",
            description = "language that the page opens in; the reader can switch (${DEFAULT-VALUE})")
    private Language language = Language.BOTH;

    @Mixin
    private RegistryOption registry = new RegistryOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        GatesFile limits = gates.isPresent() ? GatesReader.read(read(gates.get())) : GatesReader.shipped();
        List<GateOverride> answers = answers();
        Steps steps = new Steps(System.err, 3, Steps.onTerminal());
        ValidationSubject subject = subject(steps);
        ValidationReport found = steps.call(
                "Validating",
                Validation.STEPS,
                progress -> new Validation(limits, subject.artifact().manifest().seed())
                        .run(subject, answers, Instant.now(), System::nanoTime, progress));
        new ReportFiles(found).write(report, language);
        return print(found);
    }

    private ValidationSubject subject(Steps steps) throws Exception {
        FeatureCatalog catalog = StandardCatalog.catalog();
        ModelArgument.Read own = steps.call("Reading the model", () -> read(model, catalog.schema()));
        Optional<Challenger> other = Optional.empty();
        if (challenger.isPresent()) {
            ModelArgument.Read named = read(challenger.get(), catalog.schema());
            other = Optional.of(new Challenger(named.artifact(), named.sha256()));
        }
        FeatureTrainingSet source = FeatureTrainingSet.in(data, asOfs);
        TrainingSet rows = steps.call(
                "Building features",
                source.firms().size(),
                progress -> source.computeAmongThemselves(catalog, progress));
        TechnologySettings settings = TechnologySettings.shipped();
        return new ValidationSubject(
                own.artifact(),
                own.sha256(),
                catalog.definitions(),
                ValidationRows.outOfTime(own.artifact(), rows, exclusions(source, rows)),
                new KnownSegments(
                                source.store(),
                                catalog.schema(),
                                name -> catalog.definition(name).orElseThrow())
                        .all(),
                Retrainers.of(own.artifact().manifest(), Candidate.of(catalog.definitions())),
                other,
                artifact -> artifact.pipeline(settings.index(), settings.innovationPoints()),
                new TribuoRegression());
    }

    private ModelArgument.Read read(String name, FeatureSchema computed) throws IOException {
        ModelArgument.Read found = ModelArgument.Read.of(registry.find(name));
        computed.differenceTo(found.artifact().schema()).ifPresent(difference -> {
            throw new ModelFault(
                    ProblemCode.SCHEMA_MISMATCH,
                    name + " takes the features " + found.artifact().schema() + ", and this release computes "
                            + computed + " (" + difference
                            + "): validate it with the release that trained it, or train it anew");
        });
        return found;
    }

    private static Exclusions exclusions(FeatureTrainingSet source, TrainingSet rows) {
        long considered = (long) source.firms().size() * source.asOfs().size();
        long labelled = source.firms().stream()
                .mapToLong(firm -> source.asOfs().stream()
                        .filter(asOf -> source.bad(firm, asOf).isPresent())
                        .count())
                .sum();
        return new Exclusions(considered, considered - labelled, labelled - rows.size());
    }

    /** @throws RecordFault REQUEST_INVALID with every override that names no gate or nobody */
    private List<GateOverride> answers() {
        List<GateOverride> answers = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (Map.Entry<String, String> entry : overrides.entrySet()) {
            Optional<Figure> figure = Figure.of(entry.getKey());
            if (figure.isEmpty()
                    || by.isEmpty()
                    || by.get().isBlank()
                    || entry.getValue().isBlank()) {
                violations.add(new Violation(
                        "--override",
                        "must be a gate and a reason, and --by must say who answers for it",
                        entry.getKey() + "=" + entry.getValue(),
                        "see the names of the gates in the report"));
            } else {
                answers.add(new GateOverride(figure.get(), by.get(), entry.getValue()));
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "A gate cannot be overridden so", violations);
        }
        return answers;
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, "There is no file " + file);
        }
        return Files.readString(file);
    }

    private int print(ValidationReport found) {
        PrintWriter out = spec.commandLine().getOut();
        ValidationLines.of(found).forEach(out::println);
        out.println("Written to " + report + ": " + ReportFiles.HTML + ", " + ReportFiles.JSON);
        out.flush();
        return found.verdicts().promotable() ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }
}
