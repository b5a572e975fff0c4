package techflow.features.store.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import techflow.problem.PlatformFault;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Reads one flat table row by row. Holds one row group at a time, still compressed. Checksums of pages are verified where
 * the file has them. Not thread-safe; close it.
 */
public final class ParquetTableReader implements AutoCloseable {
    private final Path file;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private List<Cursor> cursors = List.of();
    private int group;
    private long left;
    private long row;

    private ParquetTableReader(Path file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
        this.schema = reader.getFileMetaData().getSchema();
    }

    /**
     * Opens a file and reads its footer.
     *
     * @throws RecordFault FILE_MALFORMED when it is not a Parquet file
     * @throws PlatformFault STORE_UNAVAILABLE when it cannot be read
     */
    public static ParquetTableReader open(Path file) {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .usePageChecksumVerification(true)
                .build();
        try {
            return new ParquetTableReader(file, ParquetFileReader.open(new LocalInputFile(file), options));
        } catch (IOException e) {
            throw ParquetFaults.unavailable(file, e);
        } catch (RuntimeException e) {
            throw ParquetFaults.malformed(
                    file,
                    "must be a whole Parquet file",
                    String.valueOf(e.getMessage()),
                    "write it again; a file cut short has no footer");
        }
    }

    /** Names of the columns, in the order of the file. */
    public List<String> columns() {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    /** The text in the file's footer. */
    public Map<String, String> metadata() {
        return reader.getFileMetaData().getKeyValueMetaData();
    }

    /** Rows of the file. */
    public long rows() {
        return reader.getRecordCount();
    }

    /** The smallest text of a column by the file's statistics: no row's is smaller. Empty when the file has none. */
    public Optional<String> smallest(String column) {
        List<Optional<String>> bounds = reader.getRowGroups().stream()
                .map(block -> bounds(block, column).map(Bounds::min))
                .toList();
        return bounds.stream().allMatch(Optional::isPresent)
                ? bounds.stream().flatMap(Optional::stream).min(String::compareTo)
                : Optional.empty();
    }

    /**
     * Chooses the columns to read, by position for {@link #text} and its kin.
     *
     * @throws RecordFault FILE_MALFORMED naming every column that is nested, repeated or of an unreadable type
     */
    public void select(List<String> names) {
        List<Cursor> chosen = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (String name : names) {
            Type type = schema.getType(name);
            Optional<Cell> cell = type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)
                    ? Cell.of(type.asPrimitiveType())
                    : Optional.empty();
            cell.ifPresentOrElse(
                    readable -> chosen.add(new Cursor(schema, name, readable)),
                    () -> violations.add(new Violation(
                            name,
                            "must be a flat column of text, number, decimal, date, UTC timestamp or boolean",
                            type.toString(),
                            "write timestamps as TIMESTAMP(MICROS, UTC), never as INT96 or local time")));
        }
        if (!violations.isEmpty()) {
            throw ParquetFaults.malformed(file, violations);
        }
        cursors = chosen;
        reader.setRequestedSchema(new MessageType(
                schema.getName(), names.stream().map(schema::getType).toList()));
    }

    /** Skips, from here on, leading row groups in which no row's text of the column is greater. */
    public void skipTo(String column, String after) {
        List<BlockMetaData> groups = reader.getRowGroups();
        Predicate<BlockMetaData> passed = block ->
                bounds(block, column).map(b -> b.max().compareTo(after) <= 0).orElse(false);
        while (group < groups.size() && passed.test(groups.get(group))) {
            row += groups.get(group).getRowCount();
            reader.skipNextRowGroup();
            group++;
        }
    }

    /**
     * Goes to the next row; false at the end.
     *
     * @throws RecordFault FILE_MALFORMED when a page is corrupt
     * @throws PlatformFault STORE_UNAVAILABLE when the file cannot be read
     */
    public boolean next() {
        try {
            while (left == 0) {
                if (!nextGroup()) {
                    return false;
                }
            }
            for (Cursor cursor : cursors) {
                cursor.advance();
            }
        } catch (IOException e) {
            throw ParquetFaults.unavailable(file, e);
        } catch (ParquetRuntimeException e) {
            throw ParquetFaults.malformed(
                    file, "must hold whole pages", String.valueOf(e.getMessage()), "write or copy the file again");
        }
        left--;
        row++;
        return true;
    }

    private boolean nextGroup() throws IOException {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        ColumnReadStoreImpl columns = new ColumnReadStoreImpl(
                pages, NoConverter.INSTANCE, schema, reader.getFileMetaData().getCreatedBy());
        cursors.forEach(cursor -> cursor.begin(columns));
        left = pages.getRowCount();
        group++;
        return true;
    }

    /** Number of the current row in the file, from 1. */
    public long row() {
        return row;
    }

    /** Whether a chosen column has a value in the current row. */
    public boolean has(int column) {
        return cursors.get(column).present;
    }

    /** The value of a chosen column as text, empty when it is missing. */
    public String text(int column) {
        Cursor cursor = cursors.get(column);
        return cursor.present ? cursor.cell.text() : "";
    }

    /** The value of a chosen column as a day; empty when it is missing or the column is no date. */
    Optional<LocalDate> day(int column) {
        Cursor cursor = cursors.get(column);
        return cursor.present ? cursor.cell.day() : Optional.empty();
    }

    /** The value of a chosen column as an instant; empty when it is missing or the column is no UTC timestamp. */
    Optional<Instant> instant(int column) {
        Cursor cursor = cursors.get(column);
        return cursor.present ? cursor.cell.instant() : Optional.empty();
    }

    /** A whole number: days since 1970 of a date, the unit of a timestamp; only where {@link #has} is true. */
    public long whole(int column) {
        return cursors.get(column).cell.whole();
    }

    /** A number; only where {@link #has} is true. */
    public double number(int column) {
        return cursors.get(column).cell.number();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw ParquetFaults.unavailable(file, e);
        }
    }

    private record Bounds(String min, String max) {}

    private static Optional<Bounds> bounds(BlockMetaData block, String column) {
        return block.getColumns().stream()
                .filter(chunk -> chunk.getPath().toDotString().equals(column))
                .findFirst()
                .flatMap(chunk -> bounds(chunk.getStatistics()));
    }

    private static Optional<Bounds> bounds(@org.jspecify.annotations.Nullable Statistics<?> statistics) {
        return statistics != null && statistics.hasNonNullValue()
                ? Optional.of(new Bounds(
                        new String(statistics.getMinBytes(), java.nio.charset.StandardCharsets.UTF_8),
                        new String(statistics.getMaxBytes(), java.nio.charset.StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** A chosen column on its way through a row group. */
    private static final class Cursor {
        private final org.apache.parquet.column.ColumnDescriptor column;
        private final Cell cell;

        @SuppressWarnings("NullAway.Init") // begin comes before the first row
        private ColumnReader reader;

        private boolean present;

        Cursor(MessageType schema, String name, Cell cell) {
            this.column = schema.getColumnDescription(new String[] {name});
            this.cell = cell;
        }

        void begin(ColumnReadStoreImpl columns) {
            reader = columns.getColumnReader(column);
        }

        void advance() {
            present = reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
            if (present) {
                cell.take(reader);
            }
            reader.consume();
        }
    }
}
