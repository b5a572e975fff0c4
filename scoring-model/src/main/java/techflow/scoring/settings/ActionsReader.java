package techflow.scoring.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import techflow.features.definition.FeatureName;
import techflow.scoring.counterfactual.Action;
import techflow.scoring.counterfactual.Action.Move;

/** Reads the section {@code actions}, which may be absent. Empty means that a violation was noted. */
final class ActionsReader {
    private ActionsReader() {}

    static Optional<List<Action>> read(SettingsNode node) {
        if (!node.isMappingOf("raise", "lower")) {
            return Optional.empty();
        }
        Optional<List<Action>> raise = actions(node, "raise", Move.RAISE);
        Optional<List<Action>> lower = actions(node, "lower", Move.LOWER);
        return raise.isEmpty() || lower.isEmpty()
                ? Optional.empty()
                : node.make(() -> different(Stream.concat(raise.get().stream(), lower.get().stream())
                        .toList()));
    }

    private static Optional<List<Action>> actions(SettingsNode node, String key, Move move) {
        return node.get(key)
                .flatMap(list -> Parts.all(list.elements().stream()
                        .map(element -> element.text()
                                .flatMap(name -> element.make(() -> new FeatureName(name)))
                                .map(feature -> new Action(feature, move)))
                        .toList()));
    }

    private static List<Action> different(List<Action> actions) {
        Set<FeatureName> features = new HashSet<>();
        actions.forEach(action -> {
            if (!features.add(action.feature())) {
                throw new IllegalArgumentException(
                        "actions must name different features, found " + action.feature() + " twice");
            }
        });
        return actions;
    }
}
