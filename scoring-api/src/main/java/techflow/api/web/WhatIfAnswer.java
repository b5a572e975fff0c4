package techflow.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.Text;
import techflow.api.application.WhatIf;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.score.ScoringResult;

/** What would be, as published. Not a score: it is not logged and cannot be asked for again. */
record WhatIfAnswer(
        @Schema(description = "Always true: 假设") boolean hypothetical,
        Text note,
        String uscc,
        Instant asOf,
        Case base,
        Case changed,

        @Schema(description = "Supposed values and the ranks among peers that follow from them")
        List<Change> changes,

        @Schema(
                description = "Points that move, the largest first; they sum to the difference of the unrounded scores;"
                        + " empty when one of the cases has no score")
        List<Move> contributions,

        ScoreAnswer.Model model) {
    private static final Text NOTE = new Text(
            "假设情形下的测算，不是评分，不得作为授信依据；未计入评分记录。",
            "A hypothetical computation, not a score and no basis for a decision; it is not in the log of scores.");

    /** One of the two; what only a scored firm has is null otherwise. */
    record Case(
            ScoreAnswer.Status status,
            @Nullable Integer score,
            @Nullable BigDecimal points,
            @Nullable String creditGrade,
            @Nullable Double pd12m,
            @Nullable String technologyGrade,
            @Nullable Double innovationPoints,
            List<String> notScoredReasons) {}

    /** One value; null is a missing one. */
    record Change(
            String feature,
            Text name,
            @Nullable Object before,
            @Nullable Object after,
            String unit) {}

    /** How far one feature moves the score. */
    record Move(String feature, Text name, BigDecimal points) {}

    static WhatIfAnswer of(WhatIf.Outcome outcome) {
        ServedModel model = outcome.model();
        return new WhatIfAnswer(
                true,
                NOTE,
                outcome.command().enterprise().code(),
                outcome.command().asOf().instant(),
                side(outcome.base().result()),
                side(outcome.changed().result()),
                changes(outcome),
                moves(outcome),
                new ScoreAnswer.Model(
                        model.ref().id(),
                        model.ref().version(),
                        model.alias(),
                        model.ref().sha256()));
    }

    private static Case side(ScoringResult result) {
        String technology =
                result.technology().outcome().map(o -> o.grade().name()).orElse("");
        @Nullable Double points = result.innovation().total().orElse(null);
        return switch (result) {
            case ScoringResult.Scored scored ->
                new Case(
                        ScoreAnswer.Status.SCORED,
                        scored.score(),
                        BigDecimal.valueOf(scored.points()),
                        scored.grade().name(),
                        scored.pd().value(),
                        technology.isEmpty() ? null : technology,
                        points,
                        List.of());
            case ScoringResult.NotScorable refused ->
                new Case(
                        ScoreAnswer.Status.NOT_SCORED,
                        null,
                        null,
                        null,
                        null,
                        technology.isEmpty() ? null : technology,
                        points,
                        refused.reasons().stream().map(Enum::name).toList());
        };
    }

    private static List<Change> changes(WhatIf.Outcome outcome) {
        FeatureVector before = outcome.base().vector();
        FeatureVector after = outcome.changed().vector();
        return outcome.model().catalog().definitions().stream()
                .filter(one -> !before.value(one.name()).equals(after.value(one.name())))
                .map(one -> new Change(
                        one.name().value(),
                        Text.name(one),
                        plain(before.value(one.name())),
                        plain(after.value(one.name())),
                        one.unit().name()))
                .toList();
    }

    private static @Nullable Object plain(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> BigDecimal.valueOf(numeric.value());
            case FeatureValue.Category category -> category.label();
            case FeatureValue.Missing missing -> null;
        };
    }

    /** Both cases against the firms that the base is explained against: only then do the differences add up. */
    private static List<Move> moves(WhatIf.Outcome outcome) {
        if (!(outcome.base().result() instanceof ScoringResult.Scored base)
                || !(outcome.changed().result() instanceof ScoringResult.Scored)) {
            return List.of();
        }
        var pipeline = outcome.model().pipeline();
        double[] before = pipeline.points(outcome.base().vector(), base.grade());
        double[] after = pipeline.points(outcome.changed().vector(), base.grade());
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                moves.add(move(
                        pipeline.model().features().get(i),
                        after[i] - before[i],
                        outcome.model().catalog()));
            }
        }
        moves.sort((one, other) -> other.points().abs().compareTo(one.points().abs()));
        return moves;
    }

    private static Move move(FeatureName feature, double points, FeatureCatalog catalog) {
        FeatureDefinition definition = catalog.definition(feature).orElseThrow();
        return new Move(feature.value(), Text.name(definition), BigDecimal.valueOf(points));
    }
}
