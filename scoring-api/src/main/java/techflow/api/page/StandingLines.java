package techflow.api.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.ScoreAnswer.Reason;
import techflow.api.answer.ScoreAnswer.Trend;
import techflow.api.page.ReportView.Standing;
import techflow.features.signal.SignalHeader;

/** Says plainly whether a score rests on all that it should, and how it stands to the one before. */
final class StandingLines {
    private StandingLines() {}

    static Standing of(ScoreAnswer answer, Language language) {
        List<Reason> degraded = Objects.requireNonNullElse(answer.degradedReasons(), List.of());
        return new Standing(
                status(answer, language),
                degraded.stream().map(reason -> language.of(reason.text())).toList(),
                trend(answer.trend(), language));
    }

    private static String status(ScoreAnswer answer, Language language) {
        return switch (answer.status()) {
            case SCORED -> language.of("已评分", "Scored");
            case DEGRADED -> language.of("已评分，但数据不足", "Scored, on incomplete data");
            case NOT_SCORED -> language.of("未评分", "Not scored");
        };
    }

    private static String trend(@Nullable Trend trend, Language language) {
        if (trend == null) {
            return "";
        }
        String since = trend.since().atZone(SignalHeader.CHINA).toLocalDate().toString();
        String size = String.valueOf(Math.abs(trend.delta()));
        return switch (trend.direction()) {
            case IMPROVING ->
                language.of("▲ 较 " + since + " 上升 " + size + " 分", "▲ up " + size + " points since " + since);
            case WORSENING ->
                language.of("▼ 较 " + since + " 下降 " + size + " 分", "▼ down " + size + " points since " + since);
            case STABLE -> language.of("＝ 与 " + since + " 持平", "= as on " + since);
        };
    }
}
