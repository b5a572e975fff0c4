package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactDifferences;
import techflow.scoring.artifact.ArtifactDifferences.Difference;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.Provenance;

/** {@code techflow reproduce MODEL}: trains a model again from its manifest and compares the bytes. */
@Command(
        name = "reproduce",
        description = "Trains a model again from its manifest and compares hashes; exit code 0 equal, 3 different",
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    private static final int COMPARED = 1000;
    private static final int SHOWN = 10;

    @Parameters(paramLabel = "MODEL", description = "an artefact's file, " + ModelName.HELP)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String model;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "the data that it was trained on")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path data;

    @Option(names = "--bins", paramLabel = "FILE", description = "the reviewed bins that it was trained with")
    private Optional<Path> bins = Optional.empty();

    @Mixin
    private RegistryOption registry = new RegistryOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        byte[] original = registry.find(model).bytes();
        ModelManifest manifest = ArtifactReader.read(original).manifest();
        TrainingPlan plan = TrainingPlan.of(manifest, bins);
        Provenance provenance = manifest.provenance().orElseThrow();
        requireSameBins(provenance);
        DataFolder folder = new DataFolder(data);
        folder.requireUnchanged(provenance.data().files());
        TrainingRun.Identity identity = TrainingRun.Identity.again(
                manifest, BuildVersion.code(Workspace.fromLauncher().root()));
        TrainingRun.Outcome again = new TrainingRun(folder, plan, identity)
                .run(new Steps(System.err, TrainingRun.STEPS, Steps.onTerminal()));
        return tell(manifest, original, again);
    }

    private int tell(ModelManifest manifest, byte[] original, TrainingRun.Outcome again) {
        PrintWriter out = spec.commandLine().getOut();
        String sha256 = ArtifactReader.sha256(original);
        out.println(manifest.modelId() + " " + manifest.version() + ", trained by " + manifest.trainedBy() + " at "
                + manifest.createdAt());
        out.println("original    " + sha256);
        out.println("reproduced  " + again.sha256());
        boolean equal = sha256.equals(again.sha256());
        if (equal) {
            out.println("equal, byte for byte");
        } else {
            tellDifferences(out, ArtifactDifferences.first(original, again.artifact(), COMPARED));
        }
        out.flush();
        return equal ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private static void tellDifferences(PrintWriter out, List<Difference> differences) {
        boolean sameModel = differences.stream().noneMatch(Difference::ofModel) && differences.size() < COMPARED;
        out.println(
                sameModel
                        ? "DIFFERENT bytes, the same model: every weight, bin, grade and verification row is equal;"
                                + " what it says of its making differs"
                        : "DIFFERENT; the first differences, original | reproduced:");
        differences.stream()
                .limit(SHOWN)
                .forEach(one -> out.println("  " + one.path() + ": " + one.left() + " | " + one.right()));
    }

    private void requireSameBins(Provenance provenance) {
        Optional<String> found = bins.map(file -> ArtifactReader.sha256(InputFile.bytes("--bins", file)));
        if (!found.equals(provenance.binsSha256())) {
            throw new RecordFault(
                    ProblemCode.REQUEST_INVALID,
                    "The reviewed bins must be those of the training, SHA-256 "
                            + provenance.binsSha256().orElse("none") + ", found " + found.orElse("none")
                            + "; give them with --bins");
        }
    }
}
