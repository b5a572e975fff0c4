package techflow.features.store.parquet;

/**
 * A column of a flat table.
 *
 * @param name its name
 * @param type what it holds
 * @param required false when a value may be missing, which is a null
 */
public record ParquetColumn(String name, Type type, boolean required) {
    /** What a column holds, and the Java value that a row gives for it. */
    public enum Type {
        /** STRING, a {@link String}. */
        TEXT,
        /** INT32, an {@link Integer}. */
        INTEGER,
        /** DOUBLE, a {@link Double}. */
        NUMBER,
        /** DECIMAL(18,2), a {@link Long} of fen. */
        YUAN,
        /** DATE, a {@link java.time.LocalDate}. */
        DATE,
        /** TIMESTAMP(MICROS, UTC), an {@link java.time.Instant}. */
        TIMESTAMP,
        /** BOOLEAN, a {@link Boolean}. */
        BOOLEAN
    }

    public static ParquetColumn required(String name, Type type) {
        return new ParquetColumn(name, type, true);
    }

    public static ParquetColumn optional(String name, Type type) {
        return new ParquetColumn(name, type, false);
    }
}
