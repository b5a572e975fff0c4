package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.signing.SigningKey;

/** {@code techflow models sign MODEL}: adds a signature to a published model. */
@Command(name = "sign", description = "Signs a published model", mixinStandardHelpOptions = true)
final class ModelsSignCommand extends RegistryCommand {
    @Parameters(paramLabel = "MODEL", description = ModelName.HELP)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String model;

    @Option(names = "--sign-with", required = true, paramLabel = "KEY", description = "private key (PEM)")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path key;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who signs")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String by;

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        SigningKey signer = SigningKey.read(key);
        ModelRegistry registry = opened.registry();
        RegisteredModel found = ModelName.find(registry, model);
        registry.sign(found.sha256(), signer.sign(registry.read(found.sha256()), by, Instant.now()));
        out.println(
                found.modelId() + " " + found.version() + " is signed by key " + ModelName.shortHash(signer.keyId()));
        return ExitCode.DONE;
    }
}
