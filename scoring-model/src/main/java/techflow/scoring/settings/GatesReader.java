package techflow.scoring.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.problem.ModelFault;
import techflow.problem.Violation;
import techflow.scoring.validation.gate.Figure;
import techflow.scoring.validation.gate.Gate;
import techflow.scoring.validation.gate.GatesFile;

/** Reads gates files: see {@code validation-gates.yaml} among the resources. */
public final class GatesReader {
    private static final String SHIPPED = "/techflow/validation-gates.yaml";
    private static final SettingsFile FILE = new SettingsFile("gates");

    private GatesReader() {}

    /** The shipped gates: our own limits, chosen to catch a broken model, not to rank good ones. */
    public static GatesFile shipped() {
        return read(SettingsFile.shipped(SHIPPED));
    }

    /**
     * Reads gates.
     *
     * @param yaml the whole text of a gates file
     * @throws ModelFault SETTING_INVALID, with every broken rule in its message and one parameter for each
     */
    public static GatesFile read(String yaml) {
        List<Violation> violations = new ArrayList<>();
        SettingsNode root = new SettingsNode("", FILE.parse(yaml), violations);
        Optional<GatesFile> file = root.isMappingOf("name", "assetCorrelation", "lowDefaultConfidence", "gates")
                ? file(root, TechnologySettings.shortHash(yaml))
                : Optional.empty();
        if (!violations.isEmpty()) {
            throw FILE.invalid(violations);
        }
        return file.orElseThrow();
    }

    private static Optional<GatesFile> file(SettingsNode root, String hash) {
        Optional<String> name = root.get("name").flatMap(SettingsNode::text);
        Optional<Double> correlation = root.get("assetCorrelation").flatMap(SettingsNode::number);
        Optional<Double> confidence = root.get("lowDefaultConfidence").flatMap(SettingsNode::number);
        List<Gate> gates = root.get("gates").map(SettingsNode::elements).orElse(List.of()).stream()
                .flatMap(node -> gate(node).stream())
                .toList();
        return name.isEmpty()
                        || correlation.isEmpty()
                        || confidence.isEmpty()
                        || !root.violations().isEmpty()
                ? Optional.empty()
                : root.make(() -> new GatesFile(name.get() + "-" + hash, correlation.get(), confidence.get(), gates));
    }

    private static Optional<Gate> gate(SettingsNode node) {
        if (!node.isMappingOf("figure", "least", "greatest", "required")) {
            return Optional.empty();
        }
        Optional<Figure> figure = node.get("figure").flatMap(SettingsNode::figure);
        OptionalDouble least = limit(node, "least");
        OptionalDouble greatest = limit(node, "greatest");
        boolean required = node.has("required")
                && node.get("required").flatMap(SettingsNode::flag).orElse(false);
        return figure.flatMap(one -> node.make(() -> new Gate(one, least, greatest, required)));
    }

    private static OptionalDouble limit(SettingsNode node, String key) {
        return node.has(key)
                ? node.get(key)
                        .flatMap(SettingsNode::number)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty())
                : OptionalDouble.empty();
    }
}
