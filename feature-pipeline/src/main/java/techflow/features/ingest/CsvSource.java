package techflow.features.ingest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import techflow.features.signal.SignalKind;
import techflow.features.store.file.CsvSignalReader;
import techflow.features.store.file.SignalLine;

/** A CSV file, plain or compressed. */
record CsvSource(Path file, SignalKind kind) implements SignalSource {
    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @throws techflow.problem.RecordFault FILE_MALFORMED when the first line cannot be read as CSV */
    static List<String> header(Path file) {
        try (BufferedReader text = open(file);
                CloseableIterator<CsvRecord> records =
                        CsvReader.builder().ofCsvRecord(text).iterator()) {
            List<String> header = records.hasNext() ? records.next().getFields() : List.of();
            return header.stream()
                    .map(column -> column.replace(BYTE_ORDER_MARK, ""))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.unreadable(file, e instanceof IOException io ? io : new IOException(e));
        } catch (CsvParseException e) {
            throw Refusal.of(file, "must begin with a header line", String.valueOf(e.getMessage()), "correct line 1");
        }
    }

    @Override
    public Rows rows() {
        CsvSignalReader reader = CsvSignalReader.open(file, kind);
        return new Rows() {
            @Override
            public boolean hasNext() {
                return reader.hasNext();
            }

            @Override
            public SignalLine next() {
                return reader.next();
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }

    @Override
    public Texts texts() {
        return new CsvTexts(file);
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), BUFFER);
    }

    /** Opened by the first question, so that a file without rejects is not read for their texts. */
    private static final class CsvTexts implements Texts {
        private final Path file;
        private final java.util.List<BufferedReader> opened = new java.util.ArrayList<>(1);
        private long nextLine = 1;

        private CsvTexts(Path file) {
            this.file = file;
        }

        @Override
        public String at(long line) {
            try {
                if (opened.isEmpty()) {
                    opened.add(open(file));
                }
                while (nextLine < line) {
                    readLine();
                }
                StringBuilder text = new StringBuilder(readLine());
                while (text.chars().filter(c -> c == '"').count() % 2 == 1
                        && opened.getFirst().ready()) {
                    text.append('\n').append(readLine());
                }
                return text.toString();
            } catch (IOException e) {
                throw Refusal.unreadable(file, e);
            }
        }

        private String readLine() throws IOException {
            nextLine++;
            String line = opened.getFirst().readLine();
            return line == null ? "" : line;
        }

        @Override
        public void close() {
            for (BufferedReader reader : opened) {
                try {
                    reader.close();
                } catch (IOException e) {
                    throw Refusal.unreadable(file, e);
                }
            }
        }
    }
}
