package techflow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import techflow.scoring.artifact.Provenance.Code;
import techflow.scoring.run.RunRecord.Machine;

/** Which program runs, and on what: for records of runs. */
final class BuildVersion {
    private static final int SECONDS = 10;

    /** What goes into the build; anything else may lie about in a checkout without changing the program. */
    private static final String[] SOURCES = {"pom.xml", "*/pom.xml", "*/src/main", "*/*/src/main", "techflow", ".mvn"};

    private BuildVersion() {}

    /** The version that the build wrote into the jar, {@code (not packaged)} when there is none. */
    static String ofBuild() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    /** The commit of a checkout and whether its sources differ from it; outside of one, the build's version alone. */
    static Code code(Path root) {
        if (!Files.exists(root.resolve(".git"))) {
            return new Code(Optional.empty(), false, ofBuild());
        }
        Optional<String> commit = git(root, "rev-parse", "HEAD");
        List<String> status = new ArrayList<>(List.of("status", "--porcelain", "--"));
        status.addAll(List.of(SOURCES));
        boolean dirty = git(root, status.toArray(String[]::new))
                .filter(changes -> !changes.isEmpty())
                .isPresent();
        return new Code(commit, dirty, ofBuild());
    }

    static Machine machine() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                processor());
    }

    private static String processor() {
        Path told = Path.of("/proc/cpuinfo");
        try {
            List<String> lines = Files.exists(told) ? Files.readAllLines(told) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** What git says, empty when there is no git or it will not speak of this folder. */
    private static Optional<String> git(Path root, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
