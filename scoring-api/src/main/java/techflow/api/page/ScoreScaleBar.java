package techflow.api.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.ScoreAnswer.GradeLimit;
import techflow.api.page.ReportView.Band;
import techflow.api.page.ReportView.Scale;

/** Credit grades as bands from the lowest to the highest score of the model, worst at the left. */
final class ScoreScaleBar {
    private static final double WIDTH = 1000;
    private static final String WORST = "R10";

    private ScoreScaleBar() {}

    static Scale of(ScoreAnswer answer) {
        int low = answer.scoreRange().min();
        int high = Math.max(answer.scoreRange().max(), low + 1);
        List<Band> bands = new ArrayList<>();
        double end = WIDTH;
        for (GradeLimit limit : answer.scoreRange().gradeLimits()) {
            double begin = position(limit.lowestScore(), low, high);
            add(bands, limit.grade(), begin, end, answer.creditGrade());
            end = Math.min(end, begin);
        }
        add(bands, WORST, 0, end, answer.creditGrade());
        @Nullable Integer score = answer.score();
        double marker = score == null ? 0 : position(score, low, high);
        return new Scale(bands, marker, String.valueOf(low), String.valueOf(high));
    }

    private static void add(List<Band> bands, String grade, double begin, double end, @Nullable String current) {
        if (end > begin) {
            bands.add(new Band(grade, begin, end - begin, (begin + end) / 2, grade.equals(current)));
        }
    }

    private static double position(int score, int low, int high) {
        return Math.clamp(WIDTH * (score - low) / (high - low), 0, WIDTH);
    }
}
