package techflow.features.store.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * The value of a column in the current row, as the text that a CSV file would hold. The text of the value before is kept,
 * because neighbours are often equal.
 */
abstract sealed class Cell {
    /** Takes the reader's current value, which is not null. */
    abstract void take(ColumnReader reader);

    /** The value as text. */
    abstract String text();

    /** The value as a whole number: days of a date, the column's unit of a timestamp, 0 or 1 of a boolean. */
    long whole() {
        throw new IllegalStateException("the column holds no whole number");
    }

    /** The value as a number. */
    double number() {
        throw new IllegalStateException("the column holds no number");
    }

    /** The value as a day; empty when the column holds none. */
    Optional<LocalDate> day() {
        return Optional.empty();
    }

    /** The value as an instant; empty when the column holds none. */
    Optional<Instant> instant() {
        return Optional.empty();
    }

    /** The cell for a type, empty for a type that no cell can be made of. */
    static Optional<Cell> of(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> Optional.of(new Whole(ColumnReaderGet.BOOLEAN, bit -> String.valueOf(bit == 1)));
            case INT32 -> Optional.of(whole(ColumnReaderGet.INT, meaning));
            case INT64 ->
                meaning instanceof TimestampLogicalTypeAnnotation timestamp
                        ? instant(timestamp)
                        : Optional.of(whole(ColumnReaderGet.LONG, meaning));
            case DOUBLE -> Optional.of(new Real(ColumnReader::getDouble, Cell::plain));
            case FLOAT -> Optional.of(new Real(ColumnReader::getFloat, value -> Float.toString((float) value)));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> Optional.of(new Bytes(bytes(meaning)));
            case INT96 -> Optional.empty();
        };
    }

    private static Cell whole(ColumnReaderGet get, @org.jspecify.annotations.Nullable LogicalTypeAnnotation meaning) {
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return new Day(get);
        }
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            int scale = decimal.getScale();
            return new Whole(get, value -> BigDecimal.valueOf(value, scale).toPlainString());
        }
        return new Whole(get, Long::toString);
    }

    /** Empty for a timestamp that is not UTC: its instant cannot be told. */
    private static Optional<Cell> instant(TimestampLogicalTypeAnnotation timestamp) {
        return timestamp.isAdjustedToUTC() ? Optional.of(new Stamp(unit(timestamp))) : Optional.empty();
    }

    private static ChronoUnit unit(TimestampLogicalTypeAnnotation timestamp) {
        return switch (timestamp.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static Function<Binary, String> bytes(@org.jspecify.annotations.Nullable LogicalTypeAnnotation meaning) {
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            int scale = decimal.getScale();
            return bytes -> new BigDecimal(new BigInteger(bytes.getBytes()), scale).toPlainString();
        }
        return Binary::toStringUsingUTF8;
    }

    /** Whole numbers without a point, others in the shortest form that reads back to the same number. */
    private static String plain(double value) {
        long whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }

    /** How a whole number is got from a reader. */
    private enum ColumnReaderGet {
        BOOLEAN,
        INT,
        LONG;

        long from(ColumnReader reader) {
            return switch (this) {
                case BOOLEAN -> reader.getBoolean() ? 1 : 0;
                case INT -> reader.getInteger();
                case LONG -> reader.getLong();
            };
        }
    }

    /** How a floating number is got from a reader. */
    private interface GetReal {
        double from(ColumnReader reader);
    }

    /** How a floating number is told. */
    private interface RealText {
        String of(double value);
    }

    private static sealed class Whole extends Cell permits Day, Stamp {
        private final ColumnReaderGet get;
        private final LongFunction<String> format;
        private long value;
        private long told;
        private String text;

        Whole(ColumnReaderGet get, LongFunction<String> format) {
            this.get = get;
            this.format = format;
            this.text = format.apply(0);
        }

        @Override
        void take(ColumnReader reader) {
            value = get.from(reader);
        }

        @Override
        String text() {
            if (told != value) {
                text = format.apply(value);
                told = value;
            }
            return text;
        }

        @Override
        long whole() {
            return value;
        }

        @Override
        double number() {
            return value;
        }
    }

    private static final class Day extends Whole {
        Day(ColumnReaderGet get) {
            super(get, day -> LocalDate.ofEpochDay(day).toString());
        }

        @Override
        Optional<LocalDate> day() {
            return Optional.of(LocalDate.ofEpochDay(whole()));
        }
    }

    private static final class Stamp extends Whole {
        private final ChronoUnit unit;

        Stamp(ChronoUnit unit) {
            super(ColumnReaderGet.LONG, value -> Instant.EPOCH.plus(value, unit).toString());
            this.unit = unit;
        }

        @Override
        Optional<Instant> instant() {
            return Optional.of(Instant.EPOCH.plus(whole(), unit));
        }
    }

    private static final class Real extends Cell {
        private final GetReal get;
        private final RealText format;
        private double value;

        Real(GetReal get, RealText format) {
            this.get = get;
            this.format = format;
        }

        @Override
        void take(ColumnReader reader) {
            value = get.from(reader);
        }

        @Override
        String text() {
            return format.of(value);
        }

        @Override
        double number() {
            return value;
        }
    }

    private static final class Bytes extends Cell {
        private final Function<Binary, String> format;
        private Binary value = Binary.EMPTY;
        private Binary told = Binary.EMPTY;
        private String text = "";

        Bytes(Function<Binary, String> format) {
            this.format = format;
        }

        @Override
        void take(ColumnReader reader) {
            value = reader.getBinary();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a dictionary gives the same object for the same value
        String text() {
            if (told != value) {
                text = format.apply(value);
                told = value;
            }
            return text;
        }
    }
}
