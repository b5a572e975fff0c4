package techflow.scoring.validation.document;

import static techflow.scoring.validation.document.Markup.number;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.validation.document.Plot.Axis;
import techflow.scoring.validation.document.Plot.Point;
import techflow.scoring.validation.document.Plot.Series;

/** Draws a plot as SVG. Colours are told apart by the colour-blind, and every series has a form of its own too. */
final class SvgPlot {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;
    private static final int LEFT = 58;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;
    private static final int TICKS = 5;
    private static final int LEGEND_LINE = 16;
    private static final List<String> COLOURS = List.of("#1f5fa8", "#c45a00", "#5b7f2b", "#7a7a7a");
    private static final String GREY = "#7a7a7a";

    private final Plot plot;
    private final StringBuilder out = new StringBuilder();

    SvgPlot(Plot plot) {
        this.plot = plot;
    }

    String svg() {
        line("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" xmlns=\"http://www.w3.org/2000/svg\">"
                .formatted(
                        WIDTH,
                        HEIGHT + legendHeight(),
                        Markup.escape(plot.caption().english())));
        axisX();
        axisY();
        for (int i = 0; i < plot.series().size(); i++) {
            draw(plot.series().get(i), colour(i));
        }
        legend();
        line("</svg>");
        return out.toString();
    }

    private String colour(int series) {
        return plot.series().get(series).style() == Plot.Style.DASHES ? GREY : COLOURS.get(series % COLOURS.size());
    }

    private double x(double value) {
        return LEFT + plot.x().place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - plot.y().place(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void axisX() {
        double bottom = HEIGHT - BOTTOM;
        for (double tick : ticks(plot.x())) {
            double at = x(tick);
            if (plot.x().labels().isEmpty()) {
                line("<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%s\"/>"
                        .formatted(number(at), number(at), TOP, number(bottom)));
            }
            line("<text class=\"tick\" text-anchor=\"middle\" x=\"%s\" y=\"%s\">%s</text>"
                    .formatted(number(at), number(bottom + 15), Markup.escape(label(plot.x(), tick))));
        }
        line("<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
                .formatted(LEFT, WIDTH - RIGHT, number(bottom), number(bottom)));
        line("<text class=\"title\" text-anchor=\"middle\" x=\"%s\" y=\"%d\">%s</text>"
                .formatted(
                        number((LEFT + WIDTH - RIGHT) / 2.0),
                        HEIGHT - 10,
                        Markup.tspan(plot.x().title())));
    }

    private void axisY() {
        for (double tick : ticks(plot.y())) {
            double at = y(tick);
            line("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
                    .formatted(LEFT, WIDTH - RIGHT, number(at), number(at)));
            line("<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%s\">%s</text>"
                    .formatted(LEFT - 6, number(at + 4), Markup.escape(label(plot.y(), tick))));
        }
        line("<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%s\"/>"
                .formatted(LEFT, LEFT, TOP, number(HEIGHT - BOTTOM)));
        line("<text class=\"title\" text-anchor=\"middle\" transform=\"translate(12 %s) rotate(-90)\">%s</text>"
                .formatted(
                        number((TOP + HEIGHT - BOTTOM) / 2.0),
                        Markup.tspan(plot.y().title())));
    }

    private static String label(Axis axis, double tick) {
        return axis.labels().isEmpty() ? axis.form().of(tick) : axis.labels().get((int) tick);
    }

    private static List<Double> ticks(Axis axis) {
        List<Double> ticks = new ArrayList<>();
        if (!axis.labels().isEmpty()) {
            for (int i = 0; i < axis.labels().size(); i++) {
                ticks.add((double) i);
            }
        } else if (axis.logarithmic()) {
            for (double decade = Math.pow(10, Math.floor(Math.log10(axis.low())));
                    decade <= axis.high();
                    decade *= 10) {
                for (double step : new double[] {1, 3}) {
                    if (decade * step >= axis.low() * 0.999 && decade * step <= axis.high() * 1.001) {
                        ticks.add(decade * step);
                    }
                }
            }
        } else {
            double step = step((axis.high() - axis.low()) / TICKS);
            for (double at = Math.ceil(axis.low() / step) * step; at <= axis.high() + step / 1e6; at += step) {
                ticks.add(at);
            }
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, not below the wish. */
    private static double step(double wish) {
        double power = Math.pow(10, Math.floor(Math.log10(wish)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= wish * 0.999) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private void draw(Series series, String colour) {
        switch (series.style()) {
            case LINE -> path(series, colour, "");
            case DASHES -> path(series, colour, " stroke-dasharray=\"4 4\"");
            case DOTS -> series.points().forEach(point -> dot(point, colour));
            case BARS -> series.points().forEach(point -> bar(point, colour));
        }
    }

    private void path(Series series, String colour, String dashes) {
        StringBuilder points = new StringBuilder();
        for (Point point : series.points()) {
            points.append(number(x(point.x())))
                    .append(',')
                    .append(number(y(point.y())))
                    .append(' ');
        }
        line("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"%s points=\"%s\"/>"
                .formatted(colour, dashes, points.toString().trim()));
    }

    private void dot(Point point, String colour) {
        if (Double.isNaN(point.y())) {
            return;
        }
        if (!Double.isNaN(point.low())) {
            line("<line stroke=\"%s\" stroke-width=\"1.3\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                    .formatted(
                            colour,
                            number(x(point.x())),
                            number(x(point.x())),
                            number(y(point.low())),
                            number(y(point.high()))));
        }
        line("<circle fill=\"%s\" cx=\"%s\" cy=\"%s\" r=\"3.2\"/>"
                .formatted(colour, number(x(point.x())), number(y(point.y()))));
    }

    private void bar(Point point, String colour) {
        double half = 0.32 * (x(1) - x(0));
        double top = y(point.y());
        line("<rect fill=\"%s\" fill-opacity=\"0.35\" stroke=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(
                        colour,
                        colour,
                        number(x(point.x()) - half),
                        number(top),
                        number(2 * half),
                        number(HEIGHT - BOTTOM - top)));
    }

    private List<Series> named() {
        return plot.series().stream()
                .filter(series -> !series.name().english().isEmpty())
                .toList();
    }

    private int legendHeight() {
        return LEGEND_LINE * named().size();
    }

    private void legend() {
        int at = HEIGHT + 4;
        for (Series series : named()) {
            String colour = colour(plot.series().indexOf(series));
            switch (series.style()) {
                case LINE -> legendLine(at, colour, "");
                case DASHES -> legendLine(at, colour, " stroke-dasharray=\"4 4\"");
                case DOTS ->
                    line("<circle fill=\"%s\" cx=\"%d\" cy=\"%d\" r=\"3.2\"/>".formatted(colour, LEFT + 10, at));
                case BARS ->
                    line(
                            "<rect fill=\"%s\" fill-opacity=\"0.35\" stroke=\"%s\" x=\"%d\" y=\"%d\" width=\"16\" height=\"9\"/>"
                                    .formatted(colour, colour, LEFT + 2, at - 5));
            }
            line("<text class=\"tick\" x=\"%d\" y=\"%d\">%s</text>"
                    .formatted(LEFT + 26, at + 4, Markup.tspan(series.name())));
            at += LEGEND_LINE;
        }
    }

    private void legendLine(int at, String colour, String dashes) {
        line("<line stroke=\"%s\" stroke-width=\"1.8\"%s x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                .formatted(colour, dashes, LEFT, LEFT + 20, at, at));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
