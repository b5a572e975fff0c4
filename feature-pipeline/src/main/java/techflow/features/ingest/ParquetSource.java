package techflow.features.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalKind;
import techflow.features.store.file.SignalLine;
import techflow.features.store.parquet.ParquetSignalReader;
import techflow.features.store.parquet.ParquetTableReader;

/** A Parquet file; its rows are numbered from 1. */
record ParquetSource(Path file, SignalKind kind) implements SignalSource {
    /** What a file's footer tells. */
    record Footer(List<String> columns, long rows) {
        /** @throws techflow.problem.RecordFault FILE_MALFORMED when it is not a whole Parquet file */
        static Footer of(Path file) {
            try (ParquetTableReader table = ParquetTableReader.open(file)) {
                return new Footer(table.columns(), table.rows());
            }
        }
    }

    @Override
    public Rows rows() {
        return new ParquetRows(ParquetSignalReader.open(file, kind));
    }

    @Override
    public Texts texts() {
        return new ParquetTexts(file, kind);
    }

    private static final class ParquetRows implements Rows {
        private final ParquetSignalReader reader;

        /** Whether the reader stands on a row that has not been given. */
        private boolean ahead;

        private ParquetRows(ParquetSignalReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            ahead = ahead || reader.next();
            return ahead;
        }

        @Override
        public SignalLine next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ahead = false;
            return switch (reader.decoded()) {
                case Decoded.Accepted row -> new SignalLine.Accepted(reader.row(), row.signal());
                case Decoded.Rejected row -> new SignalLine.Rejected(reader.row(), row.violations());
            };
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** The rows as lines of CSV. Opened by the first question, so that a file without rejects is not read for them. */
    private static final class ParquetTexts implements Texts {
        private final Path file;
        private final SignalKind kind;
        private final List<ParquetSignalReader> opened = new java.util.ArrayList<>(1);

        private ParquetTexts(Path file, SignalKind kind) {
            this.file = file;
            this.kind = kind;
        }

        @Override
        public String at(long row) {
            if (opened.isEmpty()) {
                opened.add(ParquetSignalReader.open(file, kind));
            }
            ParquetSignalReader reader = opened.getFirst();
            while (reader.row() < row) {
                if (!reader.next()) {
                    return "";
                }
            }
            StringWriter line = new StringWriter();
            CsvWriter.builder().bufferSize(0).build(line).writeRecord(reader.texts());
            return line.toString().stripTrailing();
        }

        @Override
        public void close() {
            opened.forEach(ParquetSignalReader::close);
        }
    }
}
