package techflow.features.store.vector;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.Category;
import techflow.features.definition.FeatureValue.Missing;
import techflow.features.definition.FeatureValue.Numeric;
import techflow.features.definition.FeatureVector;

/** Vectors into one CSV file: UTF-8, numbers in the shortest form that reads back to the same number. */
final class CsvVectorSink implements VectorSink {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final CsvWriter csv;

    private CsvVectorSink(Path file, CsvWriter csv) {
        this.file = file;
        this.csv = csv;
    }

    static CsvVectorSink create(Path file, FeatureSchema schema, boolean gzip) {
        try {
            OutputStream bytes = Files.newOutputStream(file);
            CsvWriter csv = CsvWriter.builder()
                    .bufferSize(BUFFER)
                    .lineDelimiter(LineDelimiter.LF)
                    .build(new OutputStreamWriter(
                            gzip ? new GZIPOutputStream(bytes, BUFFER) : bytes, StandardCharsets.UTF_8));
            csv.writeRecord(header(schema));
            return new CsvVectorSink(file, csv);
        } catch (IOException | UncheckedIOException e) {
            throw VectorFaults.unavailable(file, e);
        }
    }

    static List<String> header(FeatureSchema schema) {
        List<String> header = new ArrayList<>(List.of("uscc", "as_of"));
        schema.columns().forEach(column -> header.add(column.name().value()));
        header.add(MissingReasons.COLUMN);
        return header;
    }

    @Override
    public void accept(FeatureVector vector) {
        List<String> cells = new ArrayList<>(vector.values().size() + 3);
        cells.add(vector.enterprise().code());
        cells.add(vector.asOf().toString());
        vector.values().forEach(value -> cells.add(text(value)));
        cells.add(MissingReasons.of(vector));
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw VectorFaults.unavailable(file, e);
        }
    }

    private static String text(FeatureValue value) {
        return switch (value) {
            case Numeric numeric -> Double.toString(numeric.value());
            case Category category -> category.label();
            case Missing missing -> "";
        };
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw VectorFaults.unavailable(file, e);
        }
    }
}
