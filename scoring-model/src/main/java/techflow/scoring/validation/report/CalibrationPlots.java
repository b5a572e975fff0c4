package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.evaluation.HosmerLemeshow.Group;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.validation.CalibrationFindings.Grade;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Plot;
import techflow.scoring.validation.document.Plot.Axis;
import techflow.scoring.validation.document.Plot.Point;
import techflow.scoring.validation.document.Plot.Series;
import techflow.scoring.validation.document.Plot.Style;
import techflow.scoring.wording.Bilingual;

/** PDs against default rates. */
final class CalibrationPlots {
    /** Lowest rate that a logarithmic axis shows; a group without default stands there. */
    private static final double FLOOR = 0.0005;

    private CalibrationPlots() {}

    static Plot reliability(ValidationReport report) {
        List<Point> points = new ArrayList<>();
        for (Group group : report.calibration().hosmerLemeshow().groups()) {
            Estimate observed = group.observed();
            points.add(new Point(group.meanPd(), observed.value(), observed.low(), observed.high()));
        }
        return new Plot(
                "reliability",
                new Captions(report)
                        .tested(
                                "可靠性图：十组企业的违约率与 95% Jeffreys 区间，对数坐标；无违约的组在底边",
                                "Reliability: ten groups, default rate with 95 % Jeffreys interval, logarithmic; a group"
                                        + " without default stands at the bottom"),
                Axis.logarithmic("平均 PD", "Mean PD", FLOOR, 1, Form.TICK),
                Axis.logarithmic("实际违约率", "Observed default rate", FLOOR, 1, Form.TICK),
                List.of(
                        new Series(
                                new Bilingual("PD = 违约率", "PD = default rate"),
                                Style.DASHES,
                                List.of(Point.of(FLOOR, FLOOR), Point.of(1, 1))),
                        new Series(new Bilingual("违约率", "default rate"), Style.DOTS, points)));
    }

    /** Share of firms as bars, default rate as dots: the grades should climb. */
    static Plot grades(ValidationReport report) {
        List<Point> shares = new ArrayList<>();
        List<Point> rates = new ArrayList<>();
        List<Point> pds = new ArrayList<>();
        double most = 0.05;
        for (Grade grade : report.calibration().grades()) {
            int at = grade.row().grade().ordinal();
            double share = (double) grade.row().rows() / report.overall().rows();
            shares.add(Point.of(at, share));
            most = Math.max(most, share);
            if (grade.row().rows() > 0) {
                rates.add(Point.of(at, grade.row().observedRate()));
                pds.add(Point.of(at, grade.row().expectedRate()));
                most = Math.max(
                        most, Math.max(grade.row().observedRate(), grade.row().expectedRate()));
            }
        }
        return new Plot(
                "grades",
                new Captions(report)
                        .tested("信用等级：企业占比、违约率与平均 PD", "Credit grades: share of firms, default rate and mean PD"),
                Axis.labelled(
                        "信用等级（R1 最好）",
                        "Credit grade, R1 best",
                        Arrays.stream(CreditGrade.values()).map(Enum::name).toList()),
                Axis.linear("占比 / 违约率", "Share / rate", 0, Math.min(1, most * 1.05), Form.TICK),
                List.of(
                        new Series(new Bilingual("企业占比", "share of firms"), Style.BARS, shares),
                        new Series(new Bilingual("实际违约率", "default rate"), Style.DOTS, rates),
                        new Series(new Bilingual("平均 PD", "mean PD"), Style.LINE, pds)));
    }
}
