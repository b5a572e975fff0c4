package techflow.features.store.vector;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.RecordFault;

/** Vectors from one CSV file. */
final class CsvVectorReader implements VectorReader {
    private final Path file;
    private final FeatureSchema schema;
    private final CloseableIterator<CsvRecord> records;

    private CsvVectorReader(Path file, FeatureSchema schema, CloseableIterator<CsvRecord> records) {
        this.file = file;
        this.schema = schema;
        this.records = records;
        List<String> header = records.hasNext() ? records.next().getFields() : List.of();
        if (!header.equals(CsvVectorSink.header(schema))) {
            throw VectorFaults.malformed(
                    file,
                    "must have the columns of " + schema,
                    String.join(",", header),
                    "name an output of techflow features build as it was written");
        }
    }

    static CsvVectorReader open(Path file, FeatureSchema schema) {
        try {
            InputStream bytes = Files.newInputStream(file);
            try {
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                return new CsvVectorReader(
                        file,
                        schema,
                        CsvReader.builder()
                                .ofCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))
                                .iterator());
            } catch (IOException | RuntimeException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw VectorFaults.unavailable(file, e);
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public FeatureVector next() {
        CsvRecord row = records.next();
        try {
            String reasons = row.getField(schema.size() + 2);
            List<FeatureValue> values = new ArrayList<>(schema.size());
            for (int i = 0; i < schema.size(); i++) {
                values.add(value(i, row.getField(i + 2), reasons.charAt(i)));
            }
            return new FeatureVector(
                    new EnterpriseId(row.getField(0)), new AsOf(Instant.parse(row.getField(1))), schema, values);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | RecordFault e) {
            throw VectorFaults.malformed(
                    file,
                    "every line must be a vector",
                    "line " + row.getStartingLineNumber() + ": " + e.getMessage(),
                    "build it again; an output is not meant to be edited");
        }
    }

    private FeatureValue value(int feature, String text, char reason) {
        if (reason != MissingReasons.PRESENT) {
            return FeatureValue.missing(MissingReasons.reason(reason));
        }
        return schema.columns().get(feature).unit() == Unit.CATEGORY
                ? new FeatureValue.Category(text)
                : FeatureValue.of(Double.parseDouble(text));
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw VectorFaults.unavailable(file, e);
        }
    }
}
