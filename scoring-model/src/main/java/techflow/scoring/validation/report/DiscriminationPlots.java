package techflow.scoring.validation.report;

import java.util.List;
import techflow.scoring.validation.Curve;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Plot;
import techflow.scoring.validation.document.Plot.Axis;
import techflow.scoring.validation.document.Plot.Point;
import techflow.scoring.validation.document.Plot.Series;
import techflow.scoring.validation.document.Plot.Style;
import techflow.scoring.wording.Bilingual;

/** ROC, CAP, and AUC over time. */
final class DiscriminationPlots {
    private static final Bilingual UNNAMED = new Bilingual("", "");

    private DiscriminationPlots() {}

    static Plot roc(ValidationReport report) {
        List<Point> points = report.discrimination().curve().points().stream()
                .map(p -> Point.of(p.goods(), p.bads()))
                .toList();
        return new Plot(
                "roc",
                new Captions(report).tested("ROC 曲线", "ROC curve"),
                Axis.linear("好企业被误判的比例", "Share of goods flagged", 0, 1, Form.TICK),
                Axis.linear("违约企业被识别的比例", "Share of bads caught", 0, 1, Form.TICK),
                List.of(series(points), diagonal()));
    }

    static Plot cap(ValidationReport report) {
        List<Curve.Point> curve = report.discrimination().curve().points();
        double rate = (double) report.overall().bads() / report.overall().rows();
        return new Plot(
                "cap",
                new Captions(report).tested("CAP 曲线", "CAP curve"),
                Axis.linear("全部企业（风险高者在前）", "All firms, riskiest first", 0, 1, Form.TICK),
                Axis.linear("违约企业被识别的比例", "Share of bads caught", 0, 1, Form.TICK),
                List.of(
                        series(curve.stream()
                                .map(p -> Point.of(p.all(), p.bads()))
                                .toList()),
                        diagonal(),
                        new Series(
                                new Bilingual("完美模型", "perfect model"),
                                Style.DASHES,
                                List.of(Point.of(0, 0), Point.of(rate, 1), Point.of(1, 1)))));
    }

    static Plot overTime(ValidationReport report) {
        var days = report.discrimination().days();
        List<Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int at = i;
            days.get(i).auc().ifPresent(auc -> points.add(new Point(at, auc.value(), auc.low(), auc.high())));
        }
        return new Plot(
                "auc_by_day",
                new Captions(report).tested("各检验时点的 AUC 与 95% 区间", "AUC of each tested day with 95 % interval"),
                Axis.labelled(
                        "时点",
                        "As-of day",
                        days.stream().map(day -> day.name().english()).toList()),
                Axis.linear("AUC", "AUC", 0.4, 1, Form.DECIMAL),
                List.of(new Series(UNNAMED, Style.DOTS, points)));
    }

    private static Series series(List<Point> points) {
        return new Series(UNNAMED, Style.LINE, points);
    }

    private static Series diagonal() {
        return new Series(UNNAMED, Style.DASHES, List.of(Point.of(0, 0), Point.of(1, 1)));
    }
}
