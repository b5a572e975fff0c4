package techflow.scoring.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A kind of settings file, and how its faults are told.
 *
 * @param subject what a file of this kind is called in messages, in the plural
 */
record SettingsFile(String subject) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The text of a resource of the class path. */
    static String shipped(String resource) {
        try (InputStream stream = SettingsFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the class path must hold " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ModelFault SETTING_INVALID when the text is not YAML, or has a key twice */
    JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new ModelFault(
                    ProblemCode.SETTING_INVALID,
                    "The " + subject + " are not YAML: " + e.getOriginalMessage() + " at "
                            + e.getLocation().offsetDescription(),
                    e);
        }
    }

    /** Every broken rule in the message, and one parameter for each. */
    ModelFault invalid(List<Violation> violations) {
        StringBuilder message = new StringBuilder("The " + subject + " break " + violations.size() + " rules:");
        violations.forEach(one -> message.append("\n- ").append(one.describe()));
        return new ModelFault(
                ProblemCode.SETTING_INVALID,
                message.toString(),
                violations.stream()
                        .map(one -> Parameter.safe(one.field(), one.describe()))
                        .toArray(Parameter[]::new));
    }
}
