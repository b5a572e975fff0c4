package techflow.scoring.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ManifestJson;
import techflow.scoring.run.RunRecord.Machine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records as canonical JSON, one line each: the same record gives the same text. */
public final class RunJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private RunJson() {}

    public static String text(RunRecord run) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("run", run.id())
                .put("startedAt", run.startedAt().toString())
                .put("author", run.author());
        run.parent().ifPresent(parent -> json.put("parent", parent));
        json.put("artifactSha256", run.artifactSha256());
        json.set("machine", write(run.machine()));
        ObjectNode seconds = json.putObject("seconds");
        run.seconds().forEach(seconds::put);
        json.set("manifest", MAPPER.readTree(ManifestJson.text(run.manifest())));
        return MAPPER.writeValueAsString(json);
    }

    /** @throws ModelFault ARTIFACT_CORRUPT when the text is not a record */
    public static RunRecord read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            Map<String, Double> seconds = new LinkedHashMap<>();
            json.required("seconds")
                    .properties()
                    .forEach(step -> seconds.put(step.getKey(), step.getValue().asDouble()));
            return new RunRecord(
                    json.required("run").asString(),
                    Instant.parse(json.required("startedAt").asString()),
                    json.required("author").asString(),
                    optional(json, "parent"),
                    json.required("artifactSha256").asString(),
                    ManifestJson.read(MAPPER.writeValueAsString(json.required("manifest"))),
                    machine(json.required("machine")),
                    seconds);
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT, "The record of a run cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode write(Machine machine) {
        return MAPPER.createObjectNode()
                .put("threads", machine.threads())
                .put("jvm", machine.jvm())
                .put("system", machine.system())
                .put("processor", machine.processor());
    }

    private static Machine machine(JsonNode json) {
        return new Machine(
                json.required("threads").asInt(),
                json.required("jvm").asString(),
                json.required("system").asString(),
                json.required("processor").asString());
    }

    private static Optional<String> optional(JsonNode json, String name) {
        @Nullable JsonNode child = json.get(name);
        return child == null ? Optional.empty() : Optional.of(child.asString());
    }
}
