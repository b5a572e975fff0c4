package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.evaluation.CalibrationTests;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.evaluation.GradeRow;
import techflow.scoring.evaluation.HosmerLemeshow;
import techflow.scoring.evaluation.PlutoTasche;
import techflow.scoring.evaluation.TooManyDefaults;
import techflow.scoring.score.GradeScale;
import techflow.scoring.validation.gate.GatesFile;

/**
 * Section 5: whether PDs are as high as the default rates that followed.
 *
 * @param grades one row per grade, best first
 * @param tests slope, Spiegelhalter, and the Jeffreys tests
 * @param hosmerLemeshow in ten groups, which the reliability plot shows
 * @param expected defaults that the PDs promise
 * @param rows tested rows
 * @param observed defaults that came
 * @param portfolioP p-value that all PDs together are too low, with the asset correlation
 * @param assetCorrelation ρ
 * @param lowDefaultConfidence confidence of the Pluto–Tasche bounds
 */
public record CalibrationFindings(
        List<Grade> grades,
        CalibrationTests tests,
        HosmerLemeshow hosmerLemeshow,
        double expected,
        int rows,
        int observed,
        double portfolioP,
        double assetCorrelation,
        double lowDefaultConfidence) {
    /** Fewer defaults in a grade than these: the test has no power, the prudent bound is what can be said. */
    public static final int FEW_BADS = 10;

    private static final int GROUPS = 10;
    private static final double YELLOW = 0.05;
    private static final double RED = 0.001;

    /** Austria's traffic light (OeNB): below 95 % confidence green, from 99.9 % red. */
    public enum Light {
        GREEN,
        YELLOW,
        RED
    }

    /**
     * A line of the master scale.
     *
     * @param row what happened
     * @param lowerPd lowest PD of the grade
     * @param upperPd highest PD of the grade
     * @param independentP one-sided binomial p-value that the mean PD is too low, 1 without rows
     * @param correlatedP the same with one common factor
     * @param prudentPd Pluto–Tasche bound, NaN when no row is in this or a worse grade
     */
    public record Grade(
            GradeRow row, double lowerPd, double upperPd, double independentP, double correlatedP, double prudentPd) {
        /** From the correlated test. */
        public Light light() {
            return correlatedP <= RED ? Light.RED : correlatedP <= YELLOW ? Light.YELLOW : Light.GREEN;
        }
    }

    public CalibrationFindings {
        grades = List.copyOf(grades);
    }

    /** Expected over observed defaults; above 1 is prudent. */
    public double level() {
        return expected / observed;
    }

    public long gradesTooLow() {
        return grades.stream().filter(grade -> grade.light() == Light.RED).count();
    }

    static CalibrationFindings of(ValidationSubject subject, EvaluationReport report, GatesFile limits) {
        var scored = subject.rows().scored();
        double meanPd = scored.expectedRate();
        return new CalibrationFindings(
                grades(report.calibration().grades(), subject.artifact().grades(), limits),
                report.calibration(),
                HosmerLemeshow.of(scored, GROUPS),
                meanPd * scored.size(),
                scored.size(),
                scored.badCount(),
                TooManyDefaults.correlated(scored.size(), scored.badCount(), meanPd, limits.assetCorrelation()),
                limits.assetCorrelation(),
                limits.lowDefaultConfidence());
    }

    private static List<Grade> grades(List<GradeRow> rows, GradeScale scale, GatesFile limits) {
        PlutoTasche prudent = PlutoTasche.of(
                rows.stream().map(GradeRow::rows).toList(),
                rows.stream().map(GradeRow::bads).toList(),
                limits.lowDefaultConfidence());
        List<Grade> grades = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            GradeRow row = rows.get(i);
            boolean none = row.rows() == 0;
            grades.add(new Grade(
                    row,
                    scale.lowerPd(row.grade()),
                    scale.upperPd(row.grade()),
                    none ? 1 : TooManyDefaults.independent(row.rows(), row.bads(), row.expectedRate()),
                    none
                            ? 1
                            : TooManyDefaults.correlated(
                                    row.rows(), row.bads(), row.expectedRate(), limits.assetCorrelation()),
                    prudent.pds().get(i)));
        }
        return grades;
    }
}
