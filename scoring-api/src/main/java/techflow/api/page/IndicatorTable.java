package techflow.api.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.ScoreAnswer.Cutoff;
import techflow.api.answer.Text;
import techflow.api.page.ReportView.Family;
import techflow.api.page.ReportView.Indicator;
import techflow.api.page.ReportView.Line;
import techflow.api.page.ReportView.Why;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.scoring.artifact.VectorJson;

/** Reasons and indicators with the sources they were read from. */
final class IndicatorTable {
    private final FeatureCatalog catalog;
    private final ScoreAnswer answer;
    private final Language language;
    private final Map<String, Cutoff> cutoffs;

    IndicatorTable(FeatureCatalog catalog, ScoreAnswer answer, Language language) {
        this.catalog = catalog;
        this.answer = answer;
        this.language = language;
        this.cutoffs = answer.dataCutoff().stream().collect(Collectors.toMap(Cutoff::kind, Function.identity()));
    }

    Why why() {
        ScoreAnswer.@Nullable Why why = answer.explanation();
        if (why == null) {
            return new Why("", "", "", List.of(), List.of());
        }
        double longest = Stream.concat(why.adverse().stream(), why.supportive().stream())
                .mapToDouble(line -> line.points().abs().doubleValue())
                .max()
                .orElse(1);
        return new Why(
                language.of(why.reference().text()),
                SignedPoints.of(why.baselinePoints()).replace("+", ""),
                SignedPoints.of(why.points()).replace("+", ""),
                why.adverse().stream().map(line -> line(line, longest)).toList(),
                why.supportive().stream().map(line -> line(line, longest)).toList());
    }

    /** Every feature by family; none when the inputs were logged with another feature set. */
    List<Family> families(String inputs) {
        FeatureVector vector;
        try {
            vector = VectorJson.read(inputs, catalog.schema());
        } catch (ModelFault otherFeatureSet) {
            return List.of();
        }
        Set<String> inModel = modelFeatures();
        List<Family> families = new ArrayList<>();
        for (FeatureFamily family : FeatureFamily.values()) {
            List<Indicator> indicators = catalog.definitions().stream()
                    .filter(definition -> definition.family() == family)
                    .map(definition -> indicator(definition, vector, inModel))
                    .toList();
            long known = indicators.stream().filter(i -> !i.missing()).count();
            families.add(new Family(language.of(family.chinese(), family.english()), known, indicators));
        }
        return families;
    }

    private Set<String> modelFeatures() {
        ScoreAnswer.@Nullable Why why = answer.explanation();
        return why == null
                ? Set.of()
                : why.contributions().stream().map(ScoreAnswer.Line::feature).collect(Collectors.toSet());
    }

    private Indicator indicator(FeatureDefinition definition, FeatureVector vector, Set<String> inModel) {
        FeatureValue value = vector.value(definition.name());
        return new Indicator(
                language.of(Text.name(definition)),
                definition.description(),
                language.of(Text.value(definition, value)),
                value instanceof FeatureValue.Missing,
                inModel.contains(definition.name().value()),
                sources(definition));
    }

    private Line line(ScoreAnswer.Line line, double longest) {
        double bar = 100 * line.points().abs().doubleValue() / longest;
        String points = SignedPoints.of(line.points());
        return catalog.definition(new FeatureName(line.feature()))
                .map(definition -> new Line(
                        language.of(Text.name(definition)),
                        language.of(Text.value(definition, value(line.value(), line.missing()))),
                        language.of(Text.value(definition, value(line.referenceValue(), null))),
                        points,
                        bar,
                        sources(definition)))
                .orElse(new Line(line.feature(), language.of(line.text()), "", points, bar, ""));
    }

    private static FeatureValue value(@Nullable Object value, @Nullable String missing) {
        return switch (value) {
            case null -> FeatureValue.missing(missing == null ? MissingReason.NO_DATA : MissingReason.valueOf(missing));
            case Number number -> FeatureValue.of(new BigDecimal(number.toString()).doubleValue());
            default -> new FeatureValue.Category(value.toString());
        };
    }

    /** The kinds of signal that a feature reads, each with the latest day it is about. */
    private String sources(FeatureDefinition definition) {
        return Arrays.stream(techflow.features.signal.SignalKind.values())
                .filter(definition.reads()::contains)
                .map(kind -> cutoffs.get(kind.name()))
                .filter(java.util.Objects::nonNull)
                .map(cutoff -> language.of(cutoff.name()) + " "
                        + (cutoff.latestOccurredAt() == null
                                ? language.of("无", "none")
                                : cutoff.latestOccurredAt().toString()))
                .collect(Collectors.joining(language.of("，", ", ")));
    }
}
