package techflow.features.engine.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A standalone master and workers of one core each on this machine, at free ports of the loopback address. */
final class StandaloneCluster implements AutoCloseable {
    private static final String HOME = System.getProperty("techflow.spark.home");
    private static final String LOOPBACK = "127.0.0.1";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SPARK_HOME",
            HOME,
            "SPARK_SCALA_VERSION",
            "2.13",
            "SPARK_LOCAL_IP",
            LOOPBACK,
            "SPARK_NO_DAEMONIZE",
            "true");

    private final List<JavaProcess> workers = new ArrayList<>();
    private final JavaProcess master;
    private final String url;

    private StandaloneCluster(Path directory) {
        master = JavaProcess.start(
                classPath(),
                ENVIRONMENT,
                directory,
                Pattern.compile("Starting Spark master at (spark://\\S+)"),
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        LOOPBACK,
                        "--port",
                        "0",
                        "--webui-port",
                        "0"));
        url = master.awaitLine().group(1);
    }

    static StandaloneCluster start(int workers, Path directory) {
        StandaloneCluster cluster = new StandaloneCluster(directory);
        for (int i = 0; i < workers; i++) {
            cluster.workers.add(JavaProcess.start(
                    classPath(),
                    ENVIRONMENT,
                    directory,
                    Pattern.compile("Successfully registered with master"),
                    List.of(
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            LOOPBACK,
                            "--port",
                            "0",
                            "--webui-port",
                            "0",
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--work-dir",
                            directory.resolve("work-" + i).toString(),
                            cluster.url)));
        }
        cluster.workers.forEach(JavaProcess::awaitLine);
        return cluster;
    }

    static String classPath() {
        return Path.of(HOME, "jars", "*").toString();
    }

    static Map<String, String> environment() {
        return ENVIRONMENT;
    }

    String url() {
        return url;
    }

    JavaProcess worker(int number) {
        return workers.get(number);
    }

    @Override
    public void close() {
        workers.forEach(JavaProcess::close);
        master.close();
    }
}
