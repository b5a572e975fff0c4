package techflow.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import picocli.CommandLine.Option;
import techflow.scoring.artifact.Provenance.Stewardship;

/** What a trained model will say of itself that its data cannot tell. */
final class IdentityOptions {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss").withZone(ZoneOffset.UTC);

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            defaultValue = "tech-flow-pd",
            description = "name of the model line (${DEFAULT-VALUE})")
    private String modelId = "tech-flow-pd";

    @Option(names = "--version", paramLabel = "V", description = "version within the line; without it the time of now")
    private Optional<String> version = Optional.empty();

    @Option(names = "--describe", paramLabel = "TEXT", description = "what the data is, for people")
    private Optional<String> description = Optional.empty();

    @Option(
            names = "--synthetic",
            description = "firms are made up; known by itself where truth.csv stands beside them")
    private boolean synthetic;

    @Option(names = "--owner", paramLabel = "NAME", description = "who will watch the model in use, for its card")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--expires", paramLabel = "DATE", description = "last day of use without a new validation")
    private Optional<LocalDate> expires = Optional.empty();

    /** @param started when the training began, which names a version that was not given */
    TrainingRun.Identity of(DataFolder data, String author, Instant started) {
        boolean madeUp = synthetic || data.isSynthetic();
        String told = description.orElse(
                "folder " + data.folder().toAbsolutePath().normalize().getFileName());
        return new TrainingRun.Identity(
                modelId,
                version.orElse(VERSION.format(started)),
                started,
                author,
                madeUp ? "SYNTHETIC 合成数据: " + told : told,
                madeUp,
                BuildVersion.code(Workspace.fromLauncher().root()),
                new Stewardship(owner, expires));
    }
}
