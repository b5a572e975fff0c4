package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.application.ScoreHistory;

/** A page of the scores that the caller's tenant was given of one enterprise. */
record HistoryAnswer(
        String uscc,
        @Schema(description = "The newest first") List<Item> items,

        @Schema(description = "Cursor of the next page, null on the last one") @Nullable
        String next) {
    /** One score of the past; {@code GET /v1/scores/{scoreId}} has the whole answer. */
    record Item(
            String scoreId,
            Instant scoredAt,
            Instant asOf,
            String purpose,
            String client,
            ScoreAnswer.Status status,
            @Nullable Integer score,
            @Nullable String creditGrade,
            @Nullable Double pd12m,
            @Nullable String technologyGrade,
            LocalDate validUntil,
            ScoreAnswer.Model model) {
        static Item of(ScoreHistory.Entry entry) {
            ScoreAnswer answer = AnswerJson.read(entry.answer());
            return new Item(
                    answer.scoreId(),
                    answer.scoredAt(),
                    answer.asOf(),
                    entry.purpose(),
                    entry.client(),
                    answer.status(),
                    answer.score(),
                    answer.creditGrade(),
                    answer.pd12m(),
                    answer.technology().grade(),
                    answer.validUntil(),
                    answer.model());
        }
    }
}
