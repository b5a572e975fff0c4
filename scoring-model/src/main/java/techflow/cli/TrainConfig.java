package techflow.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.artifact.ArtifactReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A training's configuration file.
 *
 * <pre>{@code
 * trainer: scorecard
 * seed: 20261101
 * asOfs: 16
 * calibrationAsOfs: 2
 * holdOutAsOfs: 4
 * settings:
 *   l2: 50
 *   binning:
 *     mostBins: 5
 * }</pre>
 *
 * <p>Every key may be left out. Inner mappings are the same as names with dots.
 *
 * @param trainer name of the trainer
 * @param numbers {@code seed}, {@code asOfs}, {@code calibrationAsOfs} and {@code holdOutAsOfs}, those that are given
 * @param settings of the trainer
 * @param sha256 hash of the file's bytes
 */
record TrainConfig(
        Optional<String> trainer, Map<String, Long> numbers, Map<String, String> settings, Optional<String> sha256) {
    static final TrainConfig NONE = new TrainConfig(Optional.empty(), Map.of(), Map.of(), Optional.empty());
    private static final List<String> NUMBERS = List.of("seed", "asOfs", "calibrationAsOfs", "holdOutAsOfs");

    /** @throws RecordFault SETTING_INVALID with every broken rule; FILE_MALFORMED when it is not YAML or not there */
    static TrainConfig read(Path file) {
        byte[] bytes = InputFile.bytes("--config", file);
        JsonNode root = parse(file, bytes);
        Map<String, Long> numbers = new TreeMap<>();
        Map<String, String> settings = new TreeMap<>();
        List<Violation> violations = new ArrayList<>();
        Optional<String> trainer = Optional.empty();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (key.equals("trainer")) {
                trainer = Optional.of(value.asString());
            } else if (NUMBERS.contains(key) && value.isIntegralNumber()) {
                numbers.put(key, value.longValue());
            } else if (key.equals("settings") && value.isObject()) {
                flatten("", value, settings);
            } else {
                violations.add(new Violation(
                        key,
                        "must be trainer, a whole number " + String.join(", ", NUMBERS) + ", or a mapping settings",
                        value.toString(),
                        "correct or delete the key"));
            }
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.SETTING_INVALID, file + " cannot be used", violations);
        }
        return new TrainConfig(trainer, numbers, settings, Optional.of(ArtifactReader.sha256(bytes)));
    }

    int whole(String name, int otherwise) {
        return Optional.ofNullable(numbers.get(name)).map(Math::toIntExact).orElse(otherwise);
    }

    private static JsonNode parse(Path file, byte[] bytes) {
        try {
            JsonNode root = new YAMLMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
            if (root != null && root.isObject()) {
                return root;
            }
            throw malformed(file, "it is no mapping");
        } catch (JacksonException e) {
            throw malformed(file, e.getOriginalMessage());
        }
    }

    private static RecordFault malformed(Path file, String why) {
        return new RecordFault(
                ProblemCode.FILE_MALFORMED, file + " must be a training's configuration in YAML: " + why);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                flatten(prefix + entry.getKey() + ".", entry.getValue(), into);
            } else {
                into.put(prefix + entry.getKey(), entry.getValue().asString());
            }
        });
    }
}
