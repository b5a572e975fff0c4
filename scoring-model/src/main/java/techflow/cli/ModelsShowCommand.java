package techflow.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import techflow.scoring.artifact.ManifestJson;
import techflow.scoring.run.Facts;
import tools.jackson.databind.json.JsonMapper;

/** {@code techflow models show MODEL}: its manifest, features and lines. */
@Command(
        name = "show",
        description = "Shows a model: manifest, metrics, features, and every line of a scorecard",
        mixinStandardHelpOptions = true)
final class ModelsShowCommand implements Callable<Integer> {
    @Mixin
    private ModelArgument model = new ModelArgument();

    @Option(names = "--json", description = "print hash and manifest as JSON")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ModelArgument.Read read = model.read();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonMapper mapper = new JsonMapper();
            out.println(mapper.writeValueAsString(mapper.createObjectNode()
                    .put("sha256", read.sha256())
                    .set(
                            "manifest",
                            mapper.readTree(ManifestJson.text(read.artifact().manifest())))));
        } else {
            out.println(read.artifact().manifest().modelId() + " "
                    + read.artifact().manifest().version());
            out.println("SHA-256 " + read.sha256() + ", verified: reproduces its "
                    + read.artifact().verification().size() + " rows to the last bit");
            FactList.print(out, Facts.of(read.artifact()));
        }
        out.flush();
        return ExitCode.DONE;
    }
}
