package techflow.scoring.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import techflow.features.definition.FeatureName;
import techflow.scoring.technology.Condition;
import techflow.scoring.technology.Curve;
import techflow.scoring.technology.InnovationPoints.Stage;
import techflow.scoring.technology.StageRule;
import techflow.scoring.technology.WeightedInnovationPoints;
import techflow.scoring.technology.WeightedInnovationPoints.PointsIndicator;

/** Reads the section {@code innovationPoints}. Empty means that a violation was noted. */
final class InnovationPointsReader {
    private InnovationPointsReader() {}

    static Optional<WeightedInnovationPoints> read(SettingsNode node, String version) {
        if (!node.isMappingOf("stages", "indicators")) {
            return Optional.empty();
        }
        Optional<StageRule> stages = node.get("stages").flatMap(InnovationPointsReader::stages);
        Optional<List<PointsIndicator>> indicators = node.get("indicators")
                .flatMap(list -> Parts.all(list.elements().stream()
                        .map(InnovationPointsReader::indicator)
                        .toList()));
        return stages.isEmpty() || indicators.isEmpty()
                ? Optional.empty()
                : node.make(() -> new WeightedInnovationPoints(version, stages.get(), indicators.get()));
    }

    private static Optional<StageRule> stages(SettingsNode node) {
        if (!node.isMappingOf("cases", "otherwise")) {
            return Optional.empty();
        }
        Optional<List<StageRule.Case>> cases = node.get("cases")
                .flatMap(list -> Parts.all(list.elements().stream()
                        .map(InnovationPointsReader::stageCase)
                        .toList()));
        Optional<Stage> otherwise = node.get("otherwise").flatMap(word -> word.word(Stage.class));
        return cases.isEmpty() || otherwise.isEmpty()
                ? Optional.empty()
                : node.make(() -> new StageRule(cases.get(), otherwise.get()));
    }

    private static Optional<StageRule.Case> stageCase(SettingsNode node) {
        if (!node.isMappingOf("stage", "when")) {
            return Optional.empty();
        }
        Optional<Stage> stage = node.get("stage").flatMap(word -> word.word(Stage.class));
        Optional<List<Condition>> when = node.get("when").flatMap(Parts::conditions);
        return stage.isEmpty() || when.isEmpty()
                ? Optional.empty()
                : node.make(() -> new StageRule.Case(stage.get(), when.get()));
    }

    private static Optional<PointsIndicator> indicator(SettingsNode node) {
        if (!node.isMappingOf("feature", "weights", "curve")) {
            return Optional.empty();
        }
        Optional<FeatureName> feature = Parts.feature(node);
        Optional<Map<Stage, Double>> weights =
                node.get("weights").flatMap(mapping -> Parts.numbers(mapping, Stage.class));
        Optional<Curve> curve = node.get("curve").flatMap(Parts::curve);
        return Stream.of(feature, weights, curve).anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : node.make(() -> new PointsIndicator(feature.get(), weights.get(), curve.get()));
    }
}
