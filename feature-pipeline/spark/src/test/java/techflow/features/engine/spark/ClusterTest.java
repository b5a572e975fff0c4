package techflow.features.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.store.SignalWriter;
import techflow.features.store.Spine;
import techflow.features.store.file.CsvSignalWriter;
import techflow.features.store.parquet.ParquetSignalWriter;
import techflow.testing.MemorySignalStore;
import techflow.testing.SignalSamples;

/** The packaged jar on a real standalone master with two workers, and through spark-submit. */
@Tag("cluster")
class ClusterTest {
    private static final long SEED = 5;
    private static final int FIRMS = 200;
    private static final int PARTITIONS = 12;
    private static final String DAY = "2024-07-01";
    private static final String JOB = System.getProperty("techflow.spark.job");

    @TempDir
    private Path directory;

    @Test
    void a_worker_killed_in_mid_run_leaves_the_result_complete_and_equal() throws Exception {
        Map<EnterpriseId, List<Signal>> histories = population();
        try (StandaloneCluster cluster = StandaloneCluster.start(2, directory)) {
            SparkSession spark = SparkSessions.open(conf(cluster));
            try {
                try (SignalWriter writer = ParquetSignalWriter.into(directory.resolve("signals"))) {
                    all(histories).forEach(writer::write);
                }
                Watch watch = new Watch();
                spark.sparkContext().addSparkListener(watch);

                CompletableFuture<JobReport> run = CompletableFuture.supplyAsync(() -> job(spark));
                // Also when it fails before: then the report below tells why.
                run.whenComplete((report, failure) -> watch.underWay.countDown());
                assertThat(watch.underWay.await(10, TimeUnit.MINUTES)).isTrue();
                int doneBefore = watch.done.get();
                int killed = cluster.worker(0).kill();
                JobReport report = run.get(10, TimeUnit.MINUTES);

                assertThat(killed).as("the worker and its executor").isEqualTo(2);
                assertThat(doneBefore).as("tasks done when it was killed").isBetween(1, PARTITIONS - 1);
                assertThat(watch.executorsLost)
                        .as("executors that the driver lost")
                        .hasPositiveValue();
                assertThat(report).isEqualTo(new JobReport(FIRMS, 0, 0, true));
                assertThat(Vectors.read(directory.resolve("out")))
                        .as("seed " + SEED)
                        .isEqualTo(expected(histories));
            } finally {
                spark.stop();
            }
        }
    }

    @Test
    void spark_submit_takes_the_slim_jar() throws Exception {
        Map<EnterpriseId, List<Signal>> histories = population();
        try (SignalWriter writer = CsvSignalWriter.into(directory.resolve("csv"))) {
            all(histories).forEach(writer::write);
        }
        try (JavaProcess submit = JavaProcess.start(
                StandaloneCluster.classPath(),
                StandaloneCluster.environment(),
                directory,
                Pattern.compile("vectors of"),
                List.of(
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        "local[2]",
                        "--class",
                        SparkFeatureJob.class.getName(),
                        JOB,
                        "--signals",
                        "csv:" + directory.resolve("csv"),
                        "--as-of",
                        DAY,
                        "--out",
                        directory.resolve("out").toString()))) {

            assertThat(submit.exitCode())
                    .as(() -> String.join("\n", submit.lines()))
                    .isZero();
        }
        assertThat(Vectors.read(directory.resolve("out"))).isEqualTo(expected(histories));
    }

    private JobReport job(SparkSession spark) {
        return new SparkFeatureJob(spark)
                .run(JobOptions.parse(
                        List.of(
                                "--signals",
                                "parquet:" + directory.resolve("signals"),
                                "--as-of",
                                DAY,
                                "--partitions",
                                String.valueOf(PARTITIONS),
                                "--out",
                                directory.resolve("out").toString()),
                        Map.of()));
    }

    private static SparkConf conf(StandaloneCluster cluster) {
        return new SparkConf()
                .setMaster(cluster.url())
                .set("spark.jars", JOB)
                .set("spark.executor.memory", "768m")
                .set("spark.executor.cores", "1")
                // Both executors, so that the one that is killed holds results of the shuffle.
                .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .set("spark.shuffle.io.retryWait", "1s");
    }

    /** Sees the tasks of the stage that computes: the one with so many parts. */
    private static final class Watch extends SparkListener {
        private final CountDownLatch underWay = new CountDownLatch(1);
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger executorsLost = new AtomicInteger();
        private volatile int computing = -1;

        @Override
        public void onStageSubmitted(SparkListenerStageSubmitted event) {
            if (event.stageInfo().numTasks() == PARTITIONS) {
                computing = event.stageInfo().stageId();
            }
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd event) {
            if (event.stageId() == computing && event.taskInfo().successful()) {
                done.incrementAndGet();
                underWay.countDown();
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
            executorsLost.incrementAndGet();
        }
    }

    private static List<FeatureVector> expected(Map<EnterpriseId, List<Signal>> histories) {
        List<FeatureVector> vectors = new ArrayList<>();
        Spine spine = Spine.of(histories.keySet().stream()
                .map(firm -> new Spine.Point(firm, AsOf.startOf(LocalDate.parse(DAY))))
                .toList());
        new LocalFeatureEngine(2)
                .compute(new MemorySignalStore(histories), StandardCatalog.catalog(), spine, vectors::add);
        return vectors;
    }

    private static List<Signal> all(Map<EnterpriseId, List<Signal>> histories) {
        return histories.values().stream().flatMap(List::stream).toList();
    }

    private static Map<EnterpriseId, List<Signal>> population() {
        SignalSamples samples = new SignalSamples(SEED);
        Map<EnterpriseId, List<Signal>> histories = new TreeMap<>();
        for (int i = 1; i <= FIRMS; i++) {
            EnterpriseId firm = SignalSamples.firm(i);
            histories.put(firm, samples.history(firm, 60));
        }
        return histories;
    }
}
