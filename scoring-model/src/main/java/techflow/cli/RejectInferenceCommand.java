package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.peer.PeerTables;
import techflow.features.store.Spine;
import techflow.features.store.file.SpineFile;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.FuzzyAugmentation;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;

/** {@code techflow reject-inference}: what a scorecard would be had the refused firms been let in. A study; no model. */
@Command(
        name = "reject-inference",
        description = "Compares a scorecard without and with rejected firms (fuzzy augmentation); trains no model",
        mixinStandardHelpOptions = true)
final class RejectInferenceCommand implements Callable<Integer> {
    private static final int STEPS = 3;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "signals and outcomes.csv")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path data;

    @Option(
            names = "--rejected",
            required = true,
            paramLabel = "FILE",
            description = "rejected applications: a CSV file of uscc,as_of; their signals stand in DIR too")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path rejected;

    @Option(
            names = "--odds-factor",
            paramLabel = "N",
            description = "how many times the odds of default of an accepted firm a rejected one has at equal features:"
                    + " a judgement that these data cannot test (1)")
    private double oddsFactor = 1;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(oddsFactor > 0) || !Double.isFinite(oddsFactor)) {
            throw new RecordFault(
                    ProblemCode.SETTING_INVALID, "--odds-factor must be a number above 0, found " + oddsFactor);
        }
        Spine refused = SpineFile.read(rejected);
        FeatureCatalog catalog = StandardCatalog.catalog();
        FeatureTrainingSet source = FeatureTrainingSet.in(data, TrainingPlan.STANDARD.asOfs());
        Steps steps = new Steps(System.err, STEPS, Steps.onTerminal());
        StagedPopulation population = steps.call(
                "Features of the accepted", source.firms().size(), progress -> source.population(catalog, progress));
        PeerTables tables = population.tables();
        TrainingSet rows =
                steps.call("Features of the rejected", () -> rows(source, population, tables, refused, catalog));
        FuzzyAugmentation.Compared compared = steps.call(
                "Fitting without and with them",
                () -> new FuzzyAugmentation(
                                new TribuoRegression(), Candidate.of(catalog.definitions()), TrainingSettings.STANDARD)
                        .compare(population.trainingSet(tables), rows, oddsFactor));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%,d rejected applications%n%n%s", rows.size(), compared.markdown());
        out.flush();
        return ExitCode.DONE;
    }

    /** The rejected as of their applications, ranked by the tables of the accepted; without an outcome, which nobody looks at. */
    private TrainingSet rows(
            FeatureTrainingSet source,
            StagedPopulation population,
            PeerTables tables,
            Spine refused,
            FeatureCatalog catalog) {
        TrainingSet.Builder set = TrainingSet.of(catalog.schema());
        new LocalFeatureEngine(1, done -> {}).compute(source.store(), population.catalog(), refused, vector -> {
            if (vector.completeness() > 0) {
                set.add(population.completed(vector, tables), false);
            }
        });
        TrainingSet rows = set.build();
        if (rows.size() == 0) {
            throw new RecordFault(
                    ProblemCode.TRAINING_DATA_UNFIT,
                    "Nothing is known of any firm in " + rejected + " as of its application; bring its signals into "
                            + data);
        }
        return rows;
    }
}
