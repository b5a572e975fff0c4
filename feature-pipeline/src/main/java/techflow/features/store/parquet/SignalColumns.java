package techflow.features.store.parquet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import techflow.features.signal.Column;
import techflow.features.signal.Money;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.store.parquet.ParquetColumn.Type;
import techflow.problem.Violation;

/** The columns of a kind as a Parquet table, and a signal as its row. Driven by {@link SignalFormat} alone. */
public final class SignalColumns {
    private final List<ParquetColumn> columns = new ArrayList<>();

    SignalColumns(SignalKind kind) {
        columns.add(ParquetColumn.required(SignalFormat.HEADER_COLUMNS.get(0), Type.TEXT));
        columns.add(ParquetColumn.required(SignalFormat.HEADER_COLUMNS.get(1), Type.DATE));
        columns.add(ParquetColumn.required(SignalFormat.HEADER_COLUMNS.get(2), Type.TIMESTAMP));
        columns.add(ParquetColumn.required(SignalFormat.HEADER_COLUMNS.get(3), Type.TEXT));
        SignalFormat.of(kind)
                .columns()
                .forEach(own -> columns.add(new ParquetColumn(own.name(), type(own), own.required())));
    }

    List<ParquetColumn> columns() {
        return columns;
    }

    /** Every other type is a text or some words. */
    private static Type type(Column<?> column) {
        return switch (column.type()) {
            case "integer" -> Type.INTEGER;
            case "number" -> Type.NUMBER;
            case "yuan" -> Type.YUAN;
            case "date" -> Type.DATE;
            case "boolean" -> Type.BOOLEAN;
            default -> Type.TEXT;
        };
    }

    @Nullable
    Object[] row(Signal signal) {
        SignalHeader header = signal.header();
        List<String> own = SignalDecoder.encodeOwn(signal);
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        row[0] = header.enterprise().code();
        row[1] = header.occurredAt();
        row[2] = header.knownAt();
        row[3] = header.source();
        int first = row.length - own.size();
        for (int i = 0; i < own.size(); i++) {
            ParquetColumn column = columns.get(first + i);
            String text = own.get(i);
            row[first + i] = text.isEmpty() && !column.required() ? null : value(column.type(), text);
        }
        return row;
    }

    private static Object value(Type type, String text) {
        return switch (type) {
            case TEXT -> text;
            case INTEGER -> Integer.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case YUAN -> Money.parseYuan(text).fen();
            case DATE -> LocalDate.parse(text);
            case TIMESTAMP -> throw new IllegalStateException("no column of a kind is a timestamp");
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }

    /**
     * Why a table with these columns does not hold the signals of the kind, one entry per required column that is missing
     * and per column that is unknown; empty when it does. An optional column may be left out, its cells are missing then.
     */
    public static List<Violation> violations(SignalKind kind, List<String> found) {
        SignalFormat format = SignalFormat.of(kind);
        List<String> wanted = format.header();
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>(found);
        for (String column : format.requiredHeader()) {
            if (!seen.contains(column)) {
                violations.add(new Violation(
                        column, "the column must stand in the file", String.join(",", found), "add the column"));
            }
        }
        for (String column : found) {
            if (!wanted.contains(column)) {
                violations.add(new Violation(
                        column,
                        "only these columns are known: " + String.join(",", wanted),
                        column,
                        "correct its name or remove the column"));
            }
        }
        return violations;
    }
}
