package techflow.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.settings.TechnologySettings;

/** {@code techflow technology CODE}: the whole technology side of one firm, from one snapshot, each point explained. */
@Command(
        name = "technology",
        description = "Explains a firm's technology side: index, T grade, innovation points, certificate rules",
        mixinStandardHelpOptions = true)
final class TechnologyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CODE", description = "The unified social credit code (统一社会信用代码) of the firm")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String code;

    @Mixin
    private SignalSource source = new SignalSource();

    @Mixin
    private OutputLanguage language = new OutputLanguage();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        EnterpriseId enterprise = SignalSource.enterprise(code);
        PrintWriter out = spec.commandLine().getOut();
        List<String> lines =
                source.read((store, catalog) -> new TechnologyReport(TechnologySettings.shipped(), language, catalog)
                        .lines(source.snapshot(store, enterprise)));
        lines.forEach(out::println);
        out.flush();
        return ExitCode.DONE;
    }
}
