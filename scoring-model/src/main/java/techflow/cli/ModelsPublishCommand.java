package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.signing.SigningKey;

/** {@code techflow models publish FILE}: keeps an artefact as a candidate. */
@Command(
        name = "publish",
        description = "Publishes an artefact as a candidate; the same bytes again change nothing",
        mixinStandardHelpOptions = true)
final class ModelsPublishCommand extends RegistryCommand {
    @Parameters(paramLabel = "FILE", description = "the artefact")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who publishes")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String by;

    @Option(names = "--sign-with", paramLabel = "KEY", description = "private key (PEM) to sign it with")
    private Optional<Path> key = Optional.empty();

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        Optional<SigningKey> signer = key.map(SigningKey::read);
        byte[] bytes = InputFile.bytes("FILE", file);
        RegisteredModel model = opened.registry().publish(bytes, by, Instant.now());
        signer.ifPresent(one -> opened.registry().sign(model.sha256(), one.sign(bytes, by, Instant.now())));
        out.println(model.modelId() + " " + model.version() + " is published as " + model.sha256()
                + signer.map(one -> ", signed by key " + ModelName.shortHash(one.keyId()))
                        .orElse(""));
        return ExitCode.DONE;
    }
}
