package techflow.features.store.parquet;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** From our columns to Parquet's types. */
final class ParquetSchema {
    private static final int MONEY_DIGITS = 18;
    private static final int FEN_DIGITS = 2;

    private ParquetSchema() {}

    static MessageType of(List<ParquetColumn> columns) {
        return new MessageType(
                "techflow",
                columns.stream().map(ParquetSchema::type).map(Type.class::cast).toList());
    }

    private static PrimitiveType type(ParquetColumn column) {
        return switch (column.type()) {
            case TEXT -> logical(column, PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType());
            case INTEGER -> plain(column, PrimitiveTypeName.INT32);
            case NUMBER -> plain(column, PrimitiveTypeName.DOUBLE);
            case YUAN ->
                logical(column, PrimitiveTypeName.INT64, LogicalTypeAnnotation.decimalType(FEN_DIGITS, MONEY_DIGITS));
            case DATE -> logical(column, PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType());
            case TIMESTAMP ->
                logical(column, PrimitiveTypeName.INT64, LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
            case BOOLEAN -> plain(column, PrimitiveTypeName.BOOLEAN);
        };
    }

    private static PrimitiveType plain(ParquetColumn column, PrimitiveTypeName form) {
        return Types.primitive(form, repetition(column)).named(column.name());
    }

    private static PrimitiveType logical(ParquetColumn column, PrimitiveTypeName form, LogicalTypeAnnotation meaning) {
        return Types.primitive(form, repetition(column)).as(meaning).named(column.name());
    }

    private static Repetition repetition(ParquetColumn column) {
        return column.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
    }
}
