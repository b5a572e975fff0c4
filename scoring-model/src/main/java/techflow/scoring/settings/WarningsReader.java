package techflow.scoring.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import techflow.scoring.technology.Condition;
import techflow.scoring.technology.WarningRule;

/** Reads the section {@code warnings}, which may be absent. Empty means that a violation was noted. */
final class WarningsReader {
    private WarningsReader() {}

    static Optional<List<WarningRule>> read(SettingsNode list) {
        return Parts.all(list.elements().stream().map(WarningsReader::rule).toList())
                .flatMap(rules -> list.make(() -> different(rules)));
    }

    private static List<WarningRule> different(List<WarningRule> rules) {
        Set<String> codes = new HashSet<>();
        rules.forEach(rule -> {
            if (!codes.add(rule.code())) {
                throw new IllegalArgumentException(
                        "warnings must have different codes, found " + rule.code() + " twice");
            }
        });
        return rules;
    }

    private static Optional<WarningRule> rule(SettingsNode node) {
        if (!node.isMappingOf("code", "when", "zh", "en")) {
            return Optional.empty();
        }
        Optional<String> code = node.get("code").flatMap(SettingsNode::text);
        Optional<List<Condition>> when = node.get("when").flatMap(Parts::conditions);
        Optional<String> chinese = node.get("zh").flatMap(SettingsNode::text);
        Optional<String> english = node.get("en").flatMap(SettingsNode::text);
        return Stream.of(code, when, chinese, english).anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : node.make(() -> new WarningRule(code.get(), when.get(), chinese.get(), english.get()));
    }
}
