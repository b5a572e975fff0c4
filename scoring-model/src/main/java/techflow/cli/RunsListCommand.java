package techflow.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.run.RunJson;
import techflow.scoring.run.RunRecord;

/** {@code techflow runs list}: every training, oldest first. */
@Command(name = "list", description = "Lists every training, oldest first", mixinStandardHelpOptions = true)
final class RunsListCommand extends RegistryCommand {
    @Option(names = "--json", description = "print the whole records, one JSON line each")
    private boolean json;

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        List<RunRecord> runs = opened.runs().list();
        if (json) {
            runs.forEach(run -> out.println(RunJson.text(run)));
            return ExitCode.DONE;
        }
        if (runs.isEmpty()) {
            err().println("no run is recorded yet; ./techflow train records one");
        }
        runs.forEach(run -> print(out, run));
        return ExitCode.DONE;
    }

    private static void print(PrintWriter out, RunRecord run) {
        ModelManifest manifest = run.manifest();
        out.printf(
                Locale.ROOT,
                "%s  %-14s %-20s %-12s AUC %-6s KS %-6s by %s%s%n",
                run.id(),
                manifest.modelId(),
                manifest.version(),
                manifest.settings().getOrDefault("trainer", "?"),
                metric(manifest, "auc"),
                metric(manifest, "ks"),
                run.author(),
                run.parent().map(parent -> ", from " + parent).orElse(""));
    }

    private static String metric(ModelManifest manifest, String name) {
        return manifest.metric(name)
                .map(metric -> String.format(Locale.ROOT, "%.3f", metric.value()))
                .orElse("?");
    }
}
