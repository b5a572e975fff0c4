package techflow.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What the commands on the registry share: they open it, work, and let go of it. */
abstract class RegistryCommand implements Callable<Integer> {
    @Mixin
    private RegistryOption option = new RegistryOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    /** The command's work; data goes to {@code out}. */
    abstract int run(RegistryOption.Opened opened, PrintWriter out) throws Exception;

    @Override
    public final Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (RegistryOption.Opened opened = option.open()) {
            return run(opened, out);
        } finally {
            out.flush();
        }
    }

    /** Where progress and remarks go. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    CommandLine.ParameterException wrongWords(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
