package techflow.scoring.technology.certificate;

import java.util.ArrayList;
import java.util.List;

/**
 * A published table from a number to points. A number on a boundary belongs to the better row.
 *
 * @param order which end is the better one
 * @param rows the published rows, best first
 * @param otherwise the last row, for everything else
 */
public record PointTable(Order order, List<Row> rows, Row otherwise) {
    /** Which values are better. */
    public enum Order {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER;

        private Answer isAsGood(Extent value, double limit) {
            return switch (this) {
                case HIGHER_IS_BETTER -> value.reaches(limit);
                case LOWER_IS_BETTER -> value.staysWithin(limit);
            };
        }
    }

    /**
     * One row.
     *
     * @param limit where it begins
     * @param points what it brings; a range when the rule leaves it to experts within the row
     * @param label the row as published
     */
    public record Row(double limit, Extent points, Words label) {}

    /**
     * A row that was tried on a value.
     *
     * @param answer whether the value is at least as good as the row
     * @param points what it brings
     * @param label the row as published
     */
    record Step(Answer answer, Extent points, Words label) {
        static Step of(Answer answer, double points, Words label) {
            return new Step(answer, Extent.exactly(points), label);
        }
    }

    public PointTable {
        rows = List.copyOf(rows);
    }

    /** Rows of shares: {@code limit, points} pairs, best first, then the points of everything below. */
    static PointTable shares(double otherwise, double... limitsAndPoints) {
        return table(Order.HIGHER_IS_BETTER, "≥", Figures::percent, otherwise, limitsAndPoints);
    }

    /** As {@link #shares}, for a share that should be low. */
    static PointTable lowShares(double otherwise, double... limitsAndPoints) {
        return table(Order.LOWER_IS_BETTER, "≤", Figures::percent, otherwise, limitsAndPoints);
    }

    /** As {@link #shares}, for plain numbers with a unit. */
    static PointTable amounts(Unit unit, double otherwise, double... limitsAndPoints) {
        return table(Order.HIGHER_IS_BETTER, "≥", unit, otherwise, limitsAndPoints);
    }

    /** How a limit is written. */
    interface Unit {
        Words text(double value);
    }

    private static PointTable table(Order order, String sign, Unit unit, double otherwise, double... limitsAndPoints) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < limitsAndPoints.length; i += 2) {
            rows.add(new Row(
                    limitsAndPoints[i],
                    Extent.exactly(limitsAndPoints[i + 1]),
                    signed(sign, unit.text(limitsAndPoints[i]))));
        }
        double last = limitsAndPoints[limitsAndPoints.length - 2];
        String other = sign.equals("≥") ? "<" : ">";
        return new PointTable(order, rows, new Row(last, Extent.exactly(otherwise), signed(other, unit.text(last))));
    }

    static Words signed(String sign, Words text) {
        return Words.of(sign + text.chinese(), sign + text.english());
    }

    /** Each row tried on a value, best first; the last is always met. */
    List<Step> steps(Extent value) {
        List<Step> steps = new ArrayList<>();
        rows.forEach(row -> steps.add(new Step(order.isAsGood(value, row.limit), row.points, row.label)));
        steps.add(new Step(Answer.MET, otherwise.points, otherwise.label));
        return steps;
    }
}
