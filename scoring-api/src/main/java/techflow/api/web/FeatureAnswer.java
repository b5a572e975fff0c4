package techflow.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.Text;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.Unit;
import techflow.features.signal.SignalKind;

/** What a feature is, as published. What does not apply is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeatureAnswer(
        String name,
        Text label,
        Text family,

        @Schema(description = "What it is, with window and lag")
        String definition,

        @Schema(description = "NUMERIC or CATEGORY") Kind kind,
        Unit unit,

        @Schema(description = "Lowest possible value; missing when there is none") @Nullable
        Double lowest,

        @Schema(description = "Highest possible value; missing when there is none") @Nullable
        Double highest,

        @Schema(description = "The categories, for a feature that is one") @Nullable
        List<String> categories,

        @Schema(description = "Declared effect on risk") Direction direction,
        String directionReason,
        String missingMeans,
        String source,
        List<SignalKind> reads,

        @Schema(description = "The feature whose standing among peers this one is") @Nullable
        String rankOf,

        @Schema(description = "Whether the champion looks at it")
        boolean usedByChampion) {
    /** What its values are. */
    enum Kind {
        NUMERIC,
        CATEGORY
    }

    /** The features that this release computes, in the order of its schema. */
    record Features(String featureSetVersion, String schemaFingerprint, List<FeatureAnswer> items) {}

    static FeatureAnswer of(FeatureDefinition definition, boolean usedByChampion) {
        boolean category = definition.unit() == Unit.CATEGORY;
        return new FeatureAnswer(
                definition.name().value(),
                Text.name(definition),
                new Text(definition.family().chinese(), definition.family().english()),
                definition.description(),
                category ? Kind.CATEGORY : Kind.NUMERIC,
                definition.unit(),
                category ? null : finite(definition.range().low()),
                category ? null : finite(definition.range().high()),
                category ? definition.labels() : null,
                definition.direction(),
                definition.directionReason(),
                definition.missingMeans(),
                definition.source(),
                definition.reads().stream().sorted().toList(),
                definition.rankOf().map(Object::toString).orElse(null),
                usedByChampion);
    }

    private static @Nullable Double finite(double end) {
        return Optional.of(end).filter(Double::isFinite).orElse(null);
    }
}
