package techflow.features.store.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** The library wants a converter even where columns are read directly; this one is never called. */
final class NoConverter extends GroupConverter {
    static final NoConverter INSTANCE = new NoConverter();

    private NoConverter() {}

    @Override
    public Converter getConverter(int field) {
        return new PrimitiveConverter() {};
    }

    @Override
    public void start() {
        // rows are read column by column
    }

    @Override
    public void end() {
        // rows are read column by column
    }
}
