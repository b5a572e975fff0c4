package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer;
import techflow.api.application.RowOutcome;

/**
 * One line of outcomes, for the API description. The last line is the trailer: {@code trailer}, {@code complete},
 * {@code rows}, the counts by status, and the SHA-256 of all lines before it.
 */
record RowLine(
        @Schema(description = "Of the row, from 0, blank lines left out")
        int index,

        RowOutcome.Status status,

        @Schema(description = "Unless the row failed") @Nullable
        ScoreAnswer answer,

        @Schema(description = "Of a row that failed") @Nullable
        Problem problem) {}
