package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.Promotion;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.registry.ValidationEvidence;

/**
 * {@code techflow models promote MODEL}: gives an alias to a model. A champion needs an approver who did not train it and a
 * validation report whose gates passed or were let pass by name.
 */
@Command(
        name = "promote",
        description = "Gives an alias to a registered model; a champion needs approver and validation report",
        mixinStandardHelpOptions = true)
final class ModelsPromoteCommand extends RegistryCommand {
    @Parameters(paramLabel = "MODEL", description = ModelName.HELP)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String model;

    @Option(
            names = "--alias",
            paramLabel = "ALIAS",
            defaultValue = "champion",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private ModelAlias alias = ModelAlias.CHAMPION;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for the auditor")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String reason;

    @Option(names = "--approver", paramLabel = "NAME", description = "who approves, not who trained")
    private Optional<String> approver = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "report.json of ./techflow validate")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--actor", paramLabel = "NAME", description = "who acts, where that is not the approver")
    private Optional<String> actor = Optional.empty();

    @Mixin
    private DryRun dryRun = new DryRun();

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) throws Exception {
        if (alias == ModelAlias.CHAMPION && (approver.isEmpty() || report.isEmpty())) {
            throw wrongWords("A champion needs --approver NAME and --report FILE");
        }
        ModelRegistry registry = opened.registry();
        RegisteredModel found = ModelName.find(registry, model);
        byte[] bytes = registry.read(found.sha256());
        ModelArtifact artifact = ArtifactReader.read(bytes);
        ArtifactVerifier.verify(artifact);
        String by = actor.or(() -> approver).orElseThrow(() -> wrongWords("Say who acts: --actor or --approver"));
        Change change = new Change(by, reason, Instant.now(), approver, evidence(found, artifact));
        if (dryRun.asked()) {
            Promotion.check(alias, bytes, change);
            RegistryLines.print(out, registry.history().promotion(alias, found.sha256(), change));
            out.println("A dry run: nothing was changed.");
        } else {
            RegistryLines.print(out, registry.promote(alias, found.sha256(), change));
        }
        return ExitCode.DONE;
    }

    private Optional<String> evidence(RegisteredModel found, ModelArtifact artifact) {
        if (report.isEmpty()) {
            return Optional.empty();
        }
        ValidationEvidence evidence = ValidationEvidence.read(InputFile.bytes("--report", report.get()));
        evidence.require(found.sha256(), artifact.manifest());
        evidence.overrides()
                .forEach(override -> err().println(
                                "override of " + override.gate() + " by " + override.by() + ": " + override.reason()));
        return Optional.of(evidence.sha256());
    }
}
