package techflow.features.engine.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;
import techflow.features.signal.SignalKind;
import techflow.features.store.file.CsvSignalReader;
import techflow.features.store.file.SignalLine;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * Signals in CSV files, plain or gzip, in a folder that the executors see under the same name. Each file is read by one
 * task with the reader of the local store, so one large file takes one core's time: write Parquet for speed. The files
 * need not be sorted.
 *
 * @param folder with {@code patent.csv} or {@code patent.csv.gz} and so on; a kind without file has no signals
 */
record CsvInput(Path folder) implements SignalInput {
    /** One file; its path as text, which travels. */
    private record File(SignalKind kind, String path) implements java.io.Serializable {}

    @Override
    public Dataset<Row> rows(SparkSession spark, boolean placed) {
        List<File> files = files();
        if (files.isEmpty()) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, "There is no CSV file of any kind of signal in " + folder, null);
        }
        // Opened here once, so that a wrong header is told before any work begins.
        files.forEach(
                file -> CsvSignalReader.open(Path.of(file.path()), file.kind()).close());
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, files.size())
                .flatMap(file -> read(file, placed));
        return spark.createDataFrame(rows, SignalTable.SCHEMA);
    }

    private List<File> files() {
        List<File> files = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            Stream.of(kind.fileStem() + ".csv", kind.fileStem() + ".csv.gz")
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .forEach(path ->
                            files.add(new File(kind, path.toAbsolutePath().toString())));
        }
        return files;
    }

    private static Iterator<Row> read(File file, boolean placed) {
        CsvSignalReader lines = CsvSignalReader.open(Path.of(file.path()), file.kind());
        TaskCompletionListener closing = context -> lines.close();
        TaskContext.get().addTaskCompletionListener(closing);
        String name = String.valueOf(Path.of(file.path()).getFileName());
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Row next() {
                SignalLine line = lines.next();
                String place = placed ? name + " line " + line.line() : "";
                return switch (line) {
                    case SignalLine.Accepted accepted -> SignalTable.row(accepted.signal(), place);
                    case SignalLine.Rejected rejected ->
                        SignalTable.rejected(file.kind().name(), rejected.violations(), place);
                };
            }
        };
    }
}
