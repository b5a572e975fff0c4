package techflow.features.store.parquet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Hands rows of plain values to the library. */
final class RowSupport extends WriteSupport<@Nullable Object[]> {
    private final List<ParquetColumn> columns;
    private final Map<String, String> metadata;

    @SuppressWarnings("NullAway.Init") // prepareForWrite comes before the first row
    private RecordConsumer consumer;

    RowSupport(List<ParquetColumn> columns, Map<String, String> metadata) {
        this.columns = List.copyOf(columns);
        this.metadata = Map.copyOf(metadata);
    }

    @Override
    public WriteContext init(Configuration hadoop) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration plain) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(ParquetSchema.of(columns), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(@Nullable Object[] row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException("a row must have " + columns.size() + " values, found " + row.length);
        }
        consumer.startMessage();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                consumer.startField(columns.get(i).name(), i);
                add(columns.get(i).type(), value);
                consumer.endField(columns.get(i).name(), i);
            }
        }
        consumer.endMessage();
    }

    private void add(ParquetColumn.Type type, Object value) {
        switch (type) {
            case TEXT -> consumer.addBinary(Binary.fromString((String) value));
            case INTEGER -> consumer.addInteger((Integer) value);
            case NUMBER -> consumer.addDouble((Double) value);
            case YUAN -> consumer.addLong((Long) value);
            case DATE -> consumer.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TIMESTAMP -> consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            case BOOLEAN -> consumer.addBoolean((Boolean) value);
        }
    }
}
