package techflow.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.counterfactual.CounterfactualSearch;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.Contribution;
import techflow.scoring.score.Explanation;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.wording.Bilingual;
import techflow.scoring.wording.CounterfactualText;
import techflow.scoring.wording.ReasonText;

/** {@code techflow explain}: every contribution of a past score, and the smallest change that reaches the next grade. */
@Command(
        name = "explain",
        description =
                "Explains a past score in full: every feature's points, and what the next better grade would take",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCORE", description = "The scoreId of the answer")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String scoreId;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private OutputLanguage language = new OutputLanguage();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private final FeatureCatalog catalog = StandardCatalog.catalog();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher());
                Connection connection = opened.url().connect()) {
            LoggedScore logged = LoggedScore.read(connection, scoreId);
            ScoringPipeline pipeline = logged.pipeline();
            FeatureVector vector = logged.vector(pipeline);
            out.printf(
                    "score %s as of %s by model %s%n",
                    scoreId, logged.asOf(), logged.modelSha256().substring(0, 12));
            switch (pipeline.score(vector)) {
                case ScoringResult.NotScorable none ->
                    none.reasons()
                            .forEach(reason ->
                                    out.println("  " + language.of(new Bilingual(reason.chinese(), reason.english()))));
                case ScoringResult.Scored scored -> {
                    explain(scored, out);
                    nextGrade(
                            new CounterfactualSearch(pipeline, logged.settings().actions()), vector, out);
                }
            }
            out.flush();
            return ExitCode.DONE;
        } catch (SQLException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "The score log cannot be read: " + e.getMessage(), e);
        }
    }

    private void explain(ScoringResult.Scored scored, PrintWriter out) {
        Explanation why = scored.explanation();
        out.printf(
                Locale.ROOT,
                "score %d  %s  PD %.2f %%%n",
                scored.score(),
                scored.grade(),
                100 * scored.pd().value());
        out.printf(
                Locale.ROOT, "%9.2f  %s%n", why.baselinePoints(), language.of(ReasonText.reference(why.reference())));
        List<Contribution> lost = why.adverse(Integer.MAX_VALUE);
        List<Contribution> gained = why.supportive(Integer.MAX_VALUE);
        lost.forEach(line -> print(line, why, out));
        gained.reversed().forEach(line -> print(line, why, out));
        out.printf(Locale.ROOT, "%9.2f  =%n", why.points());
    }

    private void print(Contribution line, Explanation why, PrintWriter out) {
        ReasonText reason =
                ReasonText.of(line, catalog.definition(line.feature()).orElseThrow(), why.reference());
        out.printf(Locale.ROOT, "%+9.2f  %s%n", line.points(), language.of(reason.text()));
    }

    private void nextGrade(CounterfactualSearch search, FeatureVector vector, PrintWriter out) {
        Optional<Bilingual> text = search.nextGrade(vector).map(found -> CounterfactualText.of(found, catalog));
        out.println(language.of(text.orElse(CounterfactualText.NONE)));
    }
}
