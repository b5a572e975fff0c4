package techflow.scoring.validation.document;

import java.util.List;
import techflow.scoring.wording.Bilingual;

/**
 * A plot of numbers.
 *
 * @param key stable word in JSON
 * @param caption what it shows, of how many rows and defaults
 */
public record Plot(String key, Bilingual caption, Axis x, Axis y, List<Series> series) {
    public Plot {
        series = List.copyOf(series);
    }

    /**
     * An axis.
     *
     * @param low value at its beginning; above 0 on a logarithmic one
     * @param high value at its end
     * @param logarithmic whether equal steps are equal ratios; a value below {@code low} is drawn at {@code low}
     * @param labels names at 0, 1, 2 … instead of numbers, empty for numbers
     */
    public record Axis(Bilingual title, double low, double high, boolean logarithmic, List<String> labels, Form form) {
        public Axis {
            labels = List.copyOf(labels);
        }

        public static Axis linear(String chinese, String english, double low, double high, Form form) {
            return new Axis(new Bilingual(chinese, english), low, high, false, List.of(), form);
        }

        public static Axis logarithmic(String chinese, String english, double low, double high, Form form) {
            return new Axis(new Bilingual(chinese, english), low, high, true, List.of(), form);
        }

        /** One place per label. */
        public static Axis labelled(String chinese, String english, List<String> labels) {
            return new Axis(new Bilingual(chinese, english), -0.5, labels.size() - 0.5, false, labels, Form.COUNT);
        }

        /** Where a value stands, from 0 at the beginning to 1 at the end. */
        double place(double value) {
            double inside = Math.clamp(value, low, high);
            return logarithmic ? Math.log(inside / low) / Math.log(high / low) : (inside - low) / (high - low);
        }
    }

    /** How a series is drawn. */
    public enum Style {
        LINE,
        DASHES,
        DOTS,
        BARS
    }

    /**
     * Numbers of one kind.
     *
     * @param name for the legend, empty texts for none
     */
    public record Series(Bilingual name, Style style, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** A point. @param low lower end of its interval, NaN for none @param high upper end, likewise */
    public record Point(double x, double y, double low, double high) {
        public static Point of(double x, double y) {
            return new Point(x, y, Double.NaN, Double.NaN);
        }
    }
}
