package techflow.features.store.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;
import techflow.problem.PlatformFault;

/** Writes one flat table. Memory is one row group, whatever the number of rows. Not thread-safe; close it. */
public final class ParquetTableWriter implements AutoCloseable {
    /** Size of a row group before compression: readers hold one per open file. */
    public static final long ROW_GROUP_BYTES = 8L << 20;

    private static final int PAGE_BYTES = 256 << 10;

    private final Path file;
    private final ParquetWriter<@Nullable Object[]> writer;

    private ParquetTableWriter(Path file, ParquetWriter<@Nullable Object[]> writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Starts a file anew; what stood there is lost.
     *
     * @param metadata text kept in the file's footer
     * @throws PlatformFault STORE_UNAVAILABLE when the file cannot be made
     */
    public static ParquetTableWriter create(Path file, List<ParquetColumn> columns, Map<String, String> metadata) {
        try {
            ParquetWriter<@Nullable Object[]> writer = new Builder(new LocalOutputFile(file), columns, metadata)
                    .withConf(new PlainParquetConfiguration())
                    .withCodecFactory(new Codecs())
                    .withCompressionCodec(CompressionCodecName.GZIP)
                    .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                    .withRowGroupSize(ROW_GROUP_BYTES)
                    .withPageSize(PAGE_BYTES)
                    .withPageWriteChecksumEnabled(true)
                    .build();
            return new ParquetTableWriter(file, writer);
        } catch (IOException e) {
            throw ParquetFaults.unavailable(file, e);
        }
    }

    /**
     * Appends a row.
     *
     * @param values one per column, of the class that {@link ParquetColumn.Type} names, null where it is missing
     * @throws PlatformFault STORE_UNAVAILABLE when the file cannot be written
     */
    public void write(@Nullable Object[] values) {
        try {
            writer.write(values);
        } catch (IOException e) {
            throw ParquetFaults.unavailable(file, e);
        }
    }

    /** Ends the file; without this it is not readable. */
    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw ParquetFaults.unavailable(file, e);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
        private final RowSupport support;

        Builder(OutputFile file, List<ParquetColumn> columns, Map<String, String> metadata) {
            super(file);
            support = new RowSupport(columns, metadata);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration hadoop) {
            return support;
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration plain) {
            return support;
        }
    }
}
