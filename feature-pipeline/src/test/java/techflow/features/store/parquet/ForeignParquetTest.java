package techflow.features.store.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xerial.snappy.Snappy;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;

/** Files of other writers: other codecs, column orders and physical types than ours. */
class ForeignParquetTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "ZSTD", "GZIP"})
    void every_codec_and_any_order_of_columns_is_read(CompressionCodecName codec) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message spark_schema {
                  optional int64 year;
                  optional binary level (STRING);
                  optional binary source (STRING);
                  optional int64 known_at (TIMESTAMP(MILLIS,true));
                  optional int32 occurred_at (DATE);
                  optional binary uscc (STRING);
                }""");
        Instant known = Instant.parse("2026-04-20T00:00:00Z");
        List<String> cells = List.of(SignalSamples.firm(1).code(), "2025-12-31", known.toString(), "STA", "2025", "A");
        write(
                schema,
                codec,
                2025L,
                "A",
                "STA",
                known.toEpochMilli(),
                (int) LocalDate.of(2025, 12, 31).toEpochDay(),
                SignalSamples.firm(1).code());

        try (ParquetTableReader table = ParquetTableReader.open(file())) {
            table.select(List.of("uscc", "occurred_at", "known_at", "source", "year", "level"));
            assertThat(table.next()).isTrue();
            for (int i = 0; i < cells.size(); i++) {
                assertThat(table.text(i)).isEqualTo(cells.get(i));
            }
            assertThat(table.next()).isFalse();
        }
    }

    @Test
    void decimals_in_every_physical_form_and_missing_values_become_the_same_text() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message schema {
                  required int32 a (DECIMAL(9,2));
                  required int64 b (DECIMAL(18,2));
                  required binary c (DECIMAL(20,2));
                  required fixed_len_byte_array(9) d (DECIMAL(20,2));
                  optional double e;
                  required float f;
                  required boolean g;
                }""");
        byte[] unscaled = new BigDecimal("-12.30").unscaledValue().toByteArray();
        byte[] fixed = new byte[9];
        java.util.Arrays.fill(fixed, (byte) 0xff);
        System.arraycopy(unscaled, 0, fixed, 9 - unscaled.length, unscaled.length);
        write(schema, CompressionCodecName.UNCOMPRESSED, -1230, -1230L, unscaled, fixed, null, 0.1f, true);

        try (ParquetTableReader table = ParquetTableReader.open(file())) {
            table.select(List.of("a", "b", "c", "d", "e", "f", "g"));
            assertThat(table.next()).isTrue();
            assertThat(List.of(table.text(0), table.text(1), table.text(2), table.text(3)))
                    .containsOnly("-12.30");
            assertThat(table.has(4)).isFalse();
            assertThat(List.of(table.text(4), table.text(5), table.text(6))).containsExactly("", "0.1", "true");
        }
    }

    @Test
    void times_without_a_zone_and_nested_columns_are_refused_by_name() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message schema {
                  required int64 local_time (TIMESTAMP(MICROS,false));
                  repeated int32 many;
                }""");
        write(schema, CompressionCodecName.UNCOMPRESSED, 1L, 2);

        try (ParquetTableReader table = ParquetTableReader.open(file())) {
            RecordFault fault =
                    catchThrowableOfType(RecordFault.class, () -> table.select(List.of("local_time", "many")));
            assertThat(fault.violations().stream().map(v -> v.field())).containsExactly("local_time", "many");
        }
    }

    private Path file() {
        return directory.resolve("foreign.parquet");
    }

    private void write(MessageType schema, CompressionCodecName codec, @org.jspecify.annotations.Nullable Object... row)
            throws IOException {
        try (ParquetWriter<Object> writer = new Builder(new LocalOutputFile(file()), schema, row)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ForeignCodecs())
                .withCompressionCodec(codec)
                .build()) {
            writer.write("the row");
        }
    }

    /** One row of values in the order of the schema. */
    private static final class Row extends WriteSupport<Object> {
        private final MessageType schema;
        private final @org.jspecify.annotations.Nullable Object[] row;

        @SuppressWarnings("NullAway.Init") // prepareForWrite comes before the row
        private RecordConsumer consumer;

        Row(MessageType schema, @org.jspecify.annotations.Nullable Object[] row) {
            this.schema = schema;
            this.row = row;
        }

        @Override
        public WriteContext init(Configuration hadoop) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration plain) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Object ignored) {
            consumer.startMessage();
            for (int i = 0; i < row.length; i++) {
                Object value = row[i];
                if (value != null) {
                    consumer.startField(schema.getFieldName(i), i);
                    add(value);
                    consumer.endField(schema.getFieldName(i), i);
                }
            }
            consumer.endMessage();
        }

        private void add(Object value) {
            switch (value) {
                case String text -> consumer.addBinary(Binary.fromString(text));
                case byte[] bytes -> consumer.addBinary(Binary.fromConstantByteArray(bytes));
                case Long number -> consumer.addLong(number);
                case Integer number -> consumer.addInteger(number);
                case Float number -> consumer.addFloat(number);
                case Boolean bit -> consumer.addBoolean(bit);
                default -> throw new IllegalArgumentException(value.toString());
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Object, Builder> {
        private final Row row;

        Builder(OutputFile file, MessageType schema, @org.jspecify.annotations.Nullable Object[] row) {
            super(file);
            this.row = new Row(schema, row);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object> getWriteSupport(Configuration hadoop) {
            return row;
        }

        @Override
        protected WriteSupport<Object> getWriteSupport(ParquetConfiguration plain) {
            return row;
        }
    }

    /** Compresses as other writers do. */
    private static final class ForeignCodecs implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return codec == CompressionCodecName.GZIP ? new Codecs().getCompressor(codec) : new Foreign(codec);
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            return new Codecs().getDecompressor(codec);
        }

        @Override
        public void release() {
            // holds nothing
        }
    }

    private record Foreign(CompressionCodecName codec) implements CompressionCodecFactory.BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            byte[] plain = bytes.toByteArray();
            return BytesInput.from(
                    switch (codec) {
                        case SNAPPY -> Snappy.compress(plain);
                        case ZSTD -> Zstd.compress(plain);
                        default -> plain;
                    });
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {
            // holds nothing
        }
    }
}
