package techflow.scoring.technology;

import java.util.List;

/**
 * A piecewise linear curve from an indicator's value to a score in [0, 100], flat beyond its ends.
 *
 * @param points at least one, their values strictly ascending
 */
public record Curve(List<Point> points) {
    /**
     * One corner.
     *
     * @param value in the indicator's unit, finite
     * @param score in [0, 100]
     */
    public record Point(double value, double score) {
        public Point {
            if (!Double.isFinite(value) || !(score >= 0 && score <= 100)) {
                throw new IllegalArgumentException(
                        "a corner needs a finite value and a score in [0, 100], found " + value + " and " + score);
            }
        }
    }

    public Curve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one corner, found none");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).value() <= points.get(i - 1).value()) {
                throw new IllegalArgumentException("the values of a curve must ascend strictly, found "
                        + points.get(i).value() + " after " + points.get(i - 1).value());
            }
        }
    }

    /** The score of a value, in [0, 100]. The value must not be NaN: whoever asks decides what missing means. */
    public double score(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a curve knows no missing value, found NaN");
        }
        Point low = points.get(0);
        if (value <= low.value()) {
            return low.score();
        }
        for (Point high : points.subList(1, points.size())) {
            if (value <= high.value()) {
                return between(low, high, value);
            }
            low = high;
        }
        return low.score();
    }

    /** Weighted so that both ends come out exactly and nothing leaves the interval of the two scores. */
    private static double between(Point low, Point high, double value) {
        double share = (value - low.value()) / (high.value() - low.value());
        return low.score() * (1 - share) + high.score() * share;
    }
}
