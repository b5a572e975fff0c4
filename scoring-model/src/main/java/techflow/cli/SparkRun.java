package techflow.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * The Spark engine as a process of its own, so that this class path never holds Spark: its jars stand beside the module
 * that {@code ./techflow} builds when {@code --engine spark} is first asked for.
 *
 * @param master what Spark calls it: {@code local[2]}, {@code spark://host:7077}, …
 * @param job the words of {@code techflow.features.engine.spark.SparkFeatureJob}
 * @param database where signals come from when the words say {@code --signals postgres}
 */
record SparkRun(String master, List<String> job, Optional<DatabaseUrl> database) {
    private static final String ENGINE = "spark";
    private static final String ALL_CORES = "local[*]";
    private static final String MAIN = "techflow.features.engine.spark.SparkFeatureJob";
    private static final int JDK_THAT_WARNS_OF_UNSAFE = 23;

    SparkRun {
        job = List.copyOf(job);
    }

    /** True for the value of {@code --engine} that means Spark, with or without a master. */
    static boolean isAskedBy(String engine) {
        return engine.equals(ENGINE) || engine.startsWith(ENGINE + ":");
    }

    /** The master that {@code spark} or {@code spark:master} names; alone, every core of this machine. */
    static String master(String engine) {
        return engine.length() > ENGINE.length() + 1 ? engine.substring(ENGINE.length() + 1) : ALL_CORES;
    }

    /**
     * Runs the job to its end and passes its lines on.
     *
     * @return its exit code, one of {@link ExitCode}
     * @throws PlatformFault STORE_UNAVAILABLE when the engine is not built or its process does not start
     */
    int run(Workspace workspace, PrintWriter out) throws InterruptedException {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command(workspace.root())).redirectError(ProcessBuilder.Redirect.INHERIT);
            if (master.startsWith("local")) {
                builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            }
            database.ifPresent(url -> {
                builder.environment().put("TECHFLOW_DATABASE_URL", url.withoutPassword());
                builder.environment().put("TECHFLOW_DATABASE_PASSWORD", url.password());
            });
            Process process = builder.start();
            Thread end = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(end);
            passOn(process, out);
            int exit = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return exit;
        } catch (IOException e) {
            throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "Spark could not be started", e);
        }
    }

    private static void passOn(Process process, PrintWriter out) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                out.flush();
            }
        }
    }

    List<String> command(Path root) {
        Path target = root.resolve("feature-pipeline").resolve("spark").resolve("target");
        Path jar = jar(target);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= JDK_THAT_WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Duser.timezone=UTC");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dspark.master=" + master);
        command.add("-Dspark.jars=" + jar);
        command.add("-cp");
        command.add(jar
                + File.pathSeparator
                + target.resolve("spark-home").resolve("jars").resolve("*"));
        command.add(MAIN);
        command.addAll(job);
        return command;
    }

    private static Path jar(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-job.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no job jar in " + target));
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The Spark engine is not built: run through ./techflow, or ./mvnw -Pspark -DskipTests package",
                    e);
        }
    }
}
