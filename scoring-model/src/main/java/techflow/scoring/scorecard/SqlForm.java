package techflow.scoring.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import techflow.features.definition.FeatureValue;

/** A points card as standard SQL. Exact decimals, so that a value on a cut falls where it does in Java. */
final class SqlForm {
    private SqlForm() {}

    static String of(PointsCard card) {
        return card.lines().stream()
                .map(SqlForm::line)
                .collect(
                        Collectors.joining("\n  + ", card.base() + (card.lines().isEmpty() ? "" : "\n  + "), ""));
    }

    private static String line(PointsCard.Line line) {
        String column = line.feature().value();
        StringBuilder text = new StringBuilder("CASE");
        List<PointsCard.Row> rows = line.rows();
        rows.stream().filter(row -> row.bin() instanceof Bin.SpecialBin).forEach(row -> text.append(when(column, row)));
        rows.stream()
                .filter(row -> !(row.bin() instanceof Bin.SpecialBin || row.bin() instanceof Bin.MissingBin))
                .forEach(row -> text.append(when(column, row)));
        return text.append(" ELSE ")
                .append(rows.getLast().points())
                .append(" END")
                .toString();
    }

    /** Missing is what is left: NULL fulfils no condition. */
    private static String when(String column, PointsCard.Row row) {
        String condition = switch (row.bin()) {
            case Bin.NumericBin numeric -> numeric(column, numeric.from(), numeric.to());
            case Bin.CategoryBin category ->
                column + " IN ("
                        + category.labels().stream().map(SqlForm::quoted).collect(Collectors.joining(", ")) + ")";
            case Bin.SpecialBin special -> special(column, special.value());
            case Bin.MissingBin missing -> column + " IS NULL";
        };
        return " WHEN " + condition + " THEN " + row.points();
    }

    private static String numeric(String column, double from, double to) {
        if (to == Double.POSITIVE_INFINITY) {
            return from == Double.NEGATIVE_INFINITY ? column + " IS NOT NULL" : column + " >= " + number(from);
        }
        String below = column + " < " + number(to);
        return from == Double.NEGATIVE_INFINITY ? below : column + " >= " + number(from) + " AND " + below;
    }

    private static String special(String column, FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> column + " = " + number(numeric.value());
            case FeatureValue.Category category -> column + " = " + quoted(category.label());
            case FeatureValue.Missing missing ->
                column + "_missing = " + quoted(missing.reason().name());
        };
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
