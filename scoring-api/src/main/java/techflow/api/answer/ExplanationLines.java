package techflow.api.answer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer.Line;
import techflow.api.answer.ScoreAnswer.Reference;
import techflow.api.answer.ScoreAnswer.Why;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue;
import techflow.scoring.score.Contribution;
import techflow.scoring.score.Explanation;
import techflow.scoring.wording.ReasonText;

/**
 * The explanation with points that add up exactly: each term keeps the shortest decimal of its double, and the baseline
 * is what is left of the unrounded score.
 */
final class ExplanationLines {
    private static final int REASONS = 4;

    private final FeatureCatalog catalog;

    ExplanationLines(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    Why why(double unrounded, Explanation explanation) {
        BigDecimal points = BigDecimal.valueOf(unrounded);
        List<Line> lines = lines(explanation, explanation.contributions());
        BigDecimal sum = lines.stream().map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Why(
                points,
                points.subtract(sum),
                new Reference(explanation.reference(), Text.of(ReasonText.reference(explanation.reference()))),
                lines,
                lines(explanation, explanation.adverse(REASONS)),
                lines(explanation, explanation.supportive(REASONS)),
                coverage(explanation));
    }

    private static double coverage(Explanation explanation) {
        double all = size(explanation.contributions());
        return all == 0 ? 1 : (size(explanation.adverse(REASONS)) + size(explanation.supportive(REASONS))) / all;
    }

    private static double size(List<Contribution> contributions) {
        return contributions.stream().mapToDouble(c -> Math.abs(c.points())).sum();
    }

    private List<Line> lines(Explanation explanation, List<Contribution> contributions) {
        return contributions.stream()
                .map(contribution -> line(explanation.reference(), contribution))
                .toList();
    }

    private Line line(String reference, Contribution contribution) {
        FeatureDefinition definition =
                catalog.definition(contribution.feature()).orElseThrow();
        ReasonText reason = ReasonText.of(contribution, definition, reference);
        return new Line(
                reason.code(),
                definition.name().value(),
                BigDecimal.valueOf(contribution.points()),
                plain(contribution.value()),
                contribution.value() instanceof FeatureValue.Missing missing
                        ? missing.reason().name()
                        : null,
                plain(contribution.reference()),
                definition.unit().name(),
                Text.of(reason.text()));
    }

    private static @Nullable Object plain(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> BigDecimal.valueOf(numeric.value());
            case FeatureValue.Category category -> category.label();
            case FeatureValue.Missing missing -> null;
        };
    }
}
