package techflow.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;

/** The command line of TechFlow. */
@Command(
        name = "techflow",
        description = "Credit scoring for technology SMEs (技术流)",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            BinsCommand.class,
            ImportCommand.class,
            IngestCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            ReproduceCommand.class,
            RejectInferenceCommand.class,
            RunsCommand.class,
            BenchmarkCommand.class,
            ValidateCommand.class,
            ModelsCommand.class,
            KeysCommand.class,
            ApiKeysCommand.class,
            TenantsCommand.class,
            AdvisoriesCommand.class,
            PeersCommand.class,
            ReplayCommand.class,
            VerifyAuditCommand.class,
            RetentionCommand.class,
            ExplainCommand.class,
            TechnologyCommand.class,
            FeaturesCommand.class,
            ParityCommand.class,
            DictionaryCommand.class,
            ExportCommand.class,
            HelpCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::wrongWords)
                .setExecutionExceptionHandler((fault, command, parsed) -> report(fault, command.getErr()));
    }

    /** Without a command, the help. */
    @Override
    public void run() {
        HelpCommand.print(spec.commandLine(), spec.commandLine().getOut());
    }

    private static int wrongWords(ParameterException wrong, String[] args) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try: ./" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_WORDS;
    }

    private static int report(Exception fault, PrintWriter err) throws Exception {
        if (!(fault instanceof TechflowException known)) {
            throw fault;
        }
        err.println(known.code() + ": " + known.getMessage());
        if (known instanceof RecordFault record) {
            record.violations().forEach(violation -> err.println("  " + violation.describe()));
        }
        return ExitCode.of(known);
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"techflow " + BuildVersion.ofBuild()};
        }
    }
}
