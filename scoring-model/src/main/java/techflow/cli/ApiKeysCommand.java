package techflow.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code techflow api-keys}: who may call the service. Not to be mixed up with {@code keys}, which sign models. */
@Command(
        name = "api-keys",
        description = "Access keys of the service: who may call it, as what, until when",
        mixinStandardHelpOptions = true,
        subcommands = {
            ApiKeysCreateCommand.class,
            ApiKeysListCommand.class,
            ApiKeysRotateCommand.class,
            ApiKeysRevokeCommand.class
        })
final class ApiKeysCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw Subcommands.missing(spec);
    }

    /** What the commands on keys and tenants share: a database that is up to date, and the user's name. */
    abstract static class OnDatabase implements Callable<Integer> {
        @Mixin
        private DatabaseOption database = new DatabaseOption();

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandLine.Model.CommandSpec spec;

        abstract void run(DatabaseUrl url, PrintWriter out);

        @Override
        public final Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (DatabaseOption.Opened opened = database.open(Workspace.fromLauncher())) {
                opened.url().migrate();
                run(opened.url(), out);
                return ExitCode.DONE;
            } finally {
                out.flush();
            }
        }

        /** Where remarks go, so that the key alone is the output. */
        PrintWriter err() {
            return spec.commandLine().getErr();
        }

        CommandLine.ParameterException wrongWords(String message) {
            return new CommandLine.ParameterException(spec.commandLine(), message);
        }

        static String user() {
            return "cli:" + System.getProperty("user.name", "unknown");
        }
    }
}
