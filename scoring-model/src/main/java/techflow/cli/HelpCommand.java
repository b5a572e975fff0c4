package techflow.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code techflow help}: the commands by user and task. */
@Command(name = "help", description = "Lists the commands, or explains one")
final class HelpCommand implements Callable<Integer> {
    /** Who uses which command; every command stands in exactly one row. */
    static final Map<String, List<String>> USERS = users();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain")
    private Optional<String> command = Optional.empty();

    @Override
    public Integer call() {
        CommandLine top = spec.parent().commandLine();
        if (command.isEmpty()) {
            print(top, top.getOut());
            return ExitCode.DONE;
        }
        CommandLine found = top.getSubcommands().get(command.get());
        if (found == null) {
            throw new CommandLine.UnmatchedArgumentException(top, List.of(command.get()));
        }
        found.usage(top.getOut());
        return ExitCode.DONE;
    }

    static void print(CommandLine top, PrintWriter out) {
        out.println("TechFlow (技术流): credit scoring for technology SMEs");
        USERS.forEach((user, names) -> {
            out.println();
            out.println(user);
            names.forEach(name -> printCommand(out, name, top.getSubcommands().get(name)));
        });
        out.println();
        out.println("More of one command: ./techflow help COMMAND");
        out.flush();
    }

    private static void printCommand(
            PrintWriter out, String name, @org.jspecify.annotations.Nullable CommandLine command) {
        if (command == null) {
            throw new IllegalStateException("the help names an unknown command: " + name);
        }
        Map<String, CommandLine> children = command.getSubcommands();
        if (children.isEmpty()) {
            out.printf(
                    "  %-22s %s%n",
                    name, command.getCommandSpec().usageMessage().description()[0]);
        }
        children.forEach((child, line) -> out.printf(
                "  %-22s %s%n",
                name + " " + child, line.getCommandSpec().usageMessage().description()[0]));
    }

    private static Map<String, List<String>> users() {
        Map<String, List<String>> users = new LinkedHashMap<>();
        users.put("Everyone: see it run", List.of("up", "help"));
        users.put(
                "Credit officer and auditor: understand a score",
                List.of("explain", "technology", "replay", "verify-audit", "retention", "dictionary"));
        users.put("Model engineer: bring data", List.of("import", "ingest", "export"));
        users.put("Model engineer: features", List.of("features", "peers"));
        users.put(
                "Model engineer: train, validate, promote, roll back",
                List.of(
                        "bins",
                        "train",
                        "evaluate",
                        "validate",
                        "runs",
                        "models",
                        "reproduce",
                        "reject-inference",
                        "keys",
                        "benchmark"));
        users.put(
                "Administrator: who may call the service, and is it safe",
                List.of("api-keys", "tenants", "advisories"));
        users.put("Monitoring: do online and batch agree", List.of("parity"));
        return users;
    }
}
