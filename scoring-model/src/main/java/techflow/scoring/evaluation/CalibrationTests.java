package techflow.scoring.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.GradeScale;

/**
 * Whether PDs are as high as the default rates that follow.
 *
 * @param grades one row per grade, best first
 * @param line outcome regressed on the log-odds: intercept 0 and slope 1 are perfect; a slope below 1 says that the PDs
 *     are spread too wide
 * @param spiegelhalterZ Spiegelhalter's z (1986): 0 expected, beyond ±1.96 the PDs do not fit
 */
public record CalibrationTests(List<GradeRow> grades, LogisticLine line, double spiegelhalterZ) {
    public CalibrationTests {
        grades = List.copyOf(grades);
    }

    /** @throws IllegalArgumentException when goods or bads are absent */
    public static CalibrationTests of(ScoredSample sample, GradeScale scale) {
        return new CalibrationTests(
                gradeRows(sample, scale), LogisticLine.fit(sample.logOdds(), sample.bads()), spiegelhalter(sample));
    }

    /** Two-sided p-value of {@link #spiegelhalterZ}. */
    public double spiegelhalterP() {
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(spiegelhalterZ));
    }

    private static List<GradeRow> gradeRows(ScoredSample sample, GradeScale scale) {
        int count = CreditGrade.values().length;
        int[] rows = new int[count];
        int[] bads = new int[count];
        double[] sums = new double[count];
        double[] logOdds = sample.logOdds();
        for (int i = 0; i < sample.size(); i++) {
            int grade = scale.grade(scale.scale().score(logOdds[i])).ordinal();
            rows[grade]++;
            bads[grade] += sample.bads()[i] ? 1 : 0;
            sums[grade] += sample.pds()[i];
        }
        List<GradeRow> table = new ArrayList<>();
        for (CreditGrade grade : CreditGrade.values()) {
            int g = grade.ordinal();
            table.add(new GradeRow(grade, rows[g], bads[g], sums[g] / rows[g]));
        }
        return table;
    }

    private static double spiegelhalter(ScoredSample sample) {
        double excess = 0;
        double variance = 0;
        for (int i = 0; i < sample.size(); i++) {
            double pd = sample.pds()[i];
            excess += ((sample.bads()[i] ? 1 : 0) - pd) * (1 - 2 * pd);
            variance += (1 - 2 * pd) * (1 - 2 * pd) * pd * (1 - pd);
        }
        return excess / Math.sqrt(variance);
    }
}
