package techflow.scoring.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import techflow.features.definition.FeatureName;
import techflow.features.signal.TechnologyField;
import techflow.scoring.technology.Condition;
import techflow.scoring.technology.CorrectionRule;
import techflow.scoring.technology.Curve;
import techflow.scoring.technology.DimensionRule;
import techflow.scoring.technology.DimensionWeights;
import techflow.scoring.technology.FieldWeights;
import techflow.scoring.technology.GradeLimits;
import techflow.scoring.technology.Indicator;
import techflow.scoring.technology.TechnologyAssessment.Dimension;
import techflow.scoring.technology.WeightedTechnologyIndex;

/** Reads the section {@code technologyIndex}. Empty means that a violation was noted. */
final class TechnologyIndexReader {
    private static final String UNKNOWN_FIELD = "UNKNOWN";

    private TechnologyIndexReader() {}

    static Optional<WeightedTechnologyIndex> read(SettingsNode node, String version) {
        if (!node.isMappingOf("dimensions", "weights", "gradeLimits", "leastKnownDimensions", "corrections")) {
            return Optional.empty();
        }
        Optional<List<DimensionRule>> dimensions = node.get("dimensions").flatMap(TechnologyIndexReader::dimensions);
        Optional<FieldWeights> weights = node.get("weights").flatMap(TechnologyIndexReader::weights);
        Optional<GradeLimits> limits = node.get("gradeLimits").flatMap(TechnologyIndexReader::limits);
        Optional<Integer> least = node.get("leastKnownDimensions").flatMap(SettingsNode::wholeNumber);
        Optional<List<CorrectionRule>> corrections = node.get("corrections")
                .flatMap(list -> Parts.all(list.elements().stream()
                        .map(TechnologyIndexReader::correction)
                        .toList()));
        if (Stream.of(dimensions, weights, limits, least, corrections).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return node.make(() -> new WeightedTechnologyIndex(
                version, dimensions.get(), weights.get(), limits.get(), least.get(), corrections.get()));
    }

    private static Optional<List<DimensionRule>> dimensions(SettingsNode node) {
        if (!node.isMappingOf(Dimension.values())) {
            return Optional.empty();
        }
        return Parts.all(Stream.of(Dimension.values())
                .map(dimension -> node.get(dimension.name()).flatMap(list -> dimension(dimension, list)))
                .toList());
    }

    private static Optional<DimensionRule> dimension(Dimension dimension, SettingsNode list) {
        return Parts.all(list.elements().stream()
                        .map(TechnologyIndexReader::indicator)
                        .toList())
                .flatMap(indicators -> list.make(() -> new DimensionRule(dimension, indicators)));
    }

    private static Optional<Indicator> indicator(SettingsNode node) {
        if (!node.isMappingOf("feature", "weight", "curve", "scoreWhenNone")) {
            return Optional.empty();
        }
        Optional<FeatureName> feature = Parts.feature(node);
        Optional<Double> weight = node.get("weight").flatMap(SettingsNode::number);
        Optional<Curve> curve = node.get("curve").flatMap(Parts::curve);
        Optional<OptionalDouble> none = node.has("scoreWhenNone")
                ? node.get("scoreWhenNone").flatMap(SettingsNode::number).map(OptionalDouble::of)
                : Optional.of(OptionalDouble.empty());
        return Stream.of(feature, weight, curve, none).anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : node.make(() -> new Indicator(feature.get(), weight.get(), curve.get(), none.get()));
    }

    private static Optional<FieldWeights> weights(SettingsNode node) {
        String[] keys = Stream.concat(Stream.of(TechnologyField.values()).map(Enum::name), Stream.of(UNKNOWN_FIELD))
                .toArray(String[]::new);
        if (!node.isMappingOf(keys)) {
            return Optional.empty();
        }
        Map<TechnologyField, DimensionWeights> byField = new EnumMap<>(TechnologyField.class);
        for (TechnologyField field : TechnologyField.values()) {
            dimensionWeights(node, field.name()).ifPresent(weights -> byField.put(field, weights));
        }
        Optional<DimensionWeights> unknown = dimensionWeights(node, UNKNOWN_FIELD);
        return unknown.isEmpty() || byField.size() < TechnologyField.values().length
                ? Optional.empty()
                : node.make(() -> new FieldWeights(byField, unknown.get()));
    }

    private static Optional<DimensionWeights> dimensionWeights(SettingsNode parent, String key) {
        return parent.get(key)
                .flatMap(node -> Parts.numbers(node, Dimension.class)
                        .flatMap(percent -> node.make(() -> {
                            Map<Dimension, Double> shares = new EnumMap<>(Dimension.class);
                            percent.forEach((dimension, share) -> shares.put(dimension, share / 100));
                            return new DimensionWeights(shares);
                        })));
    }

    private static Optional<GradeLimits> limits(SettingsNode node) {
        return Parts.all(node.elements().stream().map(SettingsNode::number).toList())
                .flatMap(limits -> node.make(() -> new GradeLimits(limits)));
    }

    private static Optional<CorrectionRule> correction(SettingsNode node) {
        if (!node.isMappingOf("code", "layer", "when", "notches", "zh", "en")) {
            return Optional.empty();
        }
        Optional<String> code = node.get("code").flatMap(SettingsNode::text);
        Optional<CorrectionRule.Layer> layer = node.get("layer").flatMap(word -> word.word(CorrectionRule.Layer.class));
        Optional<List<Condition>> when = node.get("when").flatMap(Parts::conditions);
        Optional<Integer> notches = node.get("notches").flatMap(SettingsNode::wholeNumber);
        Optional<String> chinese = node.get("zh").flatMap(SettingsNode::text);
        Optional<String> english = node.get("en").flatMap(SettingsNode::text);
        return Stream.of(code, layer, when, notches, chinese, english).anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : node.make(() -> new CorrectionRule(
                        code.get(), layer.get(), when.get(), notches.get(), chinese.get(), english.get()));
    }
}
