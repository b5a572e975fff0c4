package techflow.features.engine.spark;

import static org.apache.spark.sql.functions.col;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.snapshot.AsOf;
import techflow.problem.ModelFault;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;
import techflow.problem.Violation;

/**
 * Computes the vectors of a population on a cluster: reads on the executors, shares firms out by code, computes one firm
 * at a time, writes Parquet. The vectors stand in the folder asked for when all is done, or not at all.
 *
 * <p>Exit codes: 0 done, 2 words not understood, 3 executors of another release, 4 rows were rejected and nothing was
 * published, 5 Spark or the storage gave up. Rejected rows stand in the folder {@code OUT.rejects} in any case.
 */
public final class SparkFeatureJob {
    private final SparkSession spark;

    SparkFeatureJob(SparkSession spark) {
        this.spark = spark;
    }

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit = main(List.of(words), System.getenv(), out);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int main(List<String> words, Map<String, String> environment, PrintStream out) {
        long start = System.nanoTime();
        try {
            JobOptions options = JobOptions.parse(words, environment);
            SparkSession spark = SparkSessions.open();
            try {
                JobReport report = new SparkFeatureJob(spark).run(options);
                tell(report, options, spark, (System.nanoTime() - start) / 1e9, out);
                return report.published() ? 0 : 4;
            } finally {
                spark.stop();
            }
        } catch (TechflowException fault) {
            out.println(fault.code() + ": " + fault.getMessage());
            if (fault instanceof RecordFault record) {
                record.violations().stream().map(Violation::describe).forEach(out::println);
            }
            return exitCode(fault);
        }
    }

    /**
     * Does what the options ask.
     *
     * @throws RecordFault REQUEST_INVALID when the folder exists, FILE_MALFORMED when a table has other columns
     * @throws PlatformFault STORE_UNAVAILABLE when the input or a worker is gone for good
     * @throws ModelFault SCHEMA_MISMATCH when an executor has another release
     */
    JobReport run(JobOptions options) {
        try {
            FeatureCatalog catalog = options.catalog();
            JobOutput output = JobOutput.of(options.out(), spark);
            output.requireNew();
            LongAccumulator rejected = spark.sparkContext().longAccumulator("rejected");
            write(options, catalog, output.building(), rejected);
            JobReport rejects = rejected.isZero() ? new JobReport(0, 0, 0, true) : rejects(options, output.rejects());
            if (rejects.rejectedRows() > 0 && !options.allowRejects()) {
                output.discard();
                return new JobReport(0, rejects.rejectedRows(), rejects.brokenRules(), false);
            }
            output.publish();
            long vectors = spark.read().parquet(options.out()).count();
            return new JobReport(vectors, rejects.rejectedRows(), rejects.brokenRules(), true);
        } catch (TechflowException fault) {
            throw fault;
        } catch (Exception e) {
            throw SparkFaults.of(e);
        }
    }

    private void write(JobOptions options, FeatureCatalog catalog, Path building, LongAccumulator rejected) {
        int partitions = options.partitions() > 0
                ? options.partitions()
                : 4 * spark.sparkContext().defaultParallelism();
        List<AsOf> everyFirm = switch (options.spine()) {
            case SpineInput.EveryFirm every -> every.times();
            case SpineInput.Points points -> List.of();
        };
        CatalogTicket ticket = CatalogTicket.of(catalog);
        try {
            new FeatureDataset(partitions, options.sorted())
                    .vectors(rows(options, false), everyFirm, ticket, catalog.schema(), rejected)
                    .write()
                    .parquet(building.toString());
        } finally {
            ticket.forget();
        }
    }

    private Dataset<Row> rows(JobOptions options, boolean placed) {
        Dataset<Row> signals = options.signals().rows(spark, placed);
        return switch (options.spine()) {
            case SpineInput.EveryFirm every -> signals;
            case SpineInput.Points points -> signals.unionAll(points.rows(spark, placed));
        };
    }

    /** Reads all rows once more to say where the bad ones stand: sound data never pay for it. */
    private JobReport rejects(JobOptions options, Path folder) {
        Dataset<Row> rejects = Rejects.of(rows(options, true)).persist();
        try {
            rejects.coalesce(1)
                    .write()
                    .option("header", true)
                    .option("escape", "\"")
                    .csv(folder.toString());
            long rows = rejects.filter(col(Rejects.NTH).equalTo(1)).count();
            return new JobReport(0, rows, rejects.count(), true);
        } finally {
            rejects.unpersist();
        }
    }

    private static int exitCode(TechflowException fault) {
        return switch (fault) {
            case RecordFault record -> record.code() == ProblemCode.REQUEST_INVALID ? 2 : 4;
            case ModelFault model -> 3;
            case PlatformFault platform -> 5;
        };
    }

    private static void tell(
            JobReport report, JobOptions options, SparkSession spark, double seconds, PrintStream out) {
        if (report.rejectedRows() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d rows were rejected, %d rules broken: %s.rejects%n",
                    report.rejectedRows(),
                    report.brokenRules(),
                    options.out());
        }
        if (report.published()) {
            out.printf(
                    Locale.ROOT,
                    "%d vectors of %s in %s, Spark %s on %s, %.1f s%n",
                    report.vectors(),
                    StandardCatalog.catalog().schema(),
                    options.out(),
                    spark.version(),
                    spark.sparkContext().master(),
                    seconds);
        } else {
            out.println("Nothing was published: correct the rows, or allow rejects with --allow-rejects");
        }
    }
}
