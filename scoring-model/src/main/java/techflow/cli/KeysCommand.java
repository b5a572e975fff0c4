package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.scoring.signing.KeyFiles;

/** {@code techflow keys}: pairs of keys to sign artefacts with. */
@Command(
        name = "keys",
        description = "Makes keys to sign artefacts with",
        mixinStandardHelpOptions = true,
        subcommands = KeysCommand.New.class)
final class KeysCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw Subcommands.missing(spec);
    }

    /** {@code techflow keys new}: a new pair. */
    @Command(
            name = "new",
            description = "Makes an Ed25519 pair in PEM; the private one is readable by you alone",
            mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {
        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "folder to write the two files into")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path folder;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            KeyFiles files = KeyFiles.create(folder);
            PrintWriter out = spec.commandLine().getOut();
            out.println("key id       " + files.keyId());
            out.println("private key  " + files.privateKey() + "  (keep it where nobody else reads; sign with it)");
            out.println("public key   " + files.publicKey() + "  (give it to whoever has to trust; --trusted-key)");
            out.flush();
            return ExitCode.DONE;
        }
    }
}
