package techflow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code techflow advisories}: whether known advisories name a component of the build, without any network. */
@Command(
        name = "advisories",
        description =
                "Checks the bill of materials against files of advisories; exit code 3 when one names a component",
        mixinStandardHelpOptions = true)
final class AdvisoriesCommand implements Callable<Integer> {
    @Option(
            names = "--sbom",
            paramLabel = "FILE",
            defaultValue = "target/bom.json",
            description = "CycloneDX JSON, as the build writes it (${DEFAULT-VALUE})")
    private Path sbom = Path.of("");

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "advisories, OSV JSON; may be given again")
    private List<Path> files = List.of();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<Advisories.Component> components = Advisories.components(read(sbom));
        if (components.isEmpty()) {
            throw unreadable(sbom, "it names no Maven component");
        }
        List<JsonNode> advisories = new ArrayList<>();
        files.forEach(file -> advisories.addAll(Advisories.read(read(file))));
        List<Advisories.Hit> hits = Advisories.hits(components, advisories);
        PrintWriter out = spec.commandLine().getOut();
        hits.forEach(hit ->
                out.println(hit.component().name() + " " + hit.component().version() + "  " + hit.advisory()
                        + (hit.fixed().isEmpty()
                                ? "  no version that mends it is known"
                                : "  mended in " + String.join(", ", hit.fixed()))
                        + "  " + hit.summary()));
        out.println(components.size() + " components, " + advisories.size() + " advisories, " + hits.size() + " hits");
        out.flush();
        return hits.isEmpty() ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw unreadable(file, "it cannot be read as JSON");
        }
    }

    private static RecordFault unreadable(Path file, String why) {
        return new RecordFault(ProblemCode.FILE_MALFORMED, file + ": " + why);
    }
}
