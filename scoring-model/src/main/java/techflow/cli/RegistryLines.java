package techflow.cli;

import java.io.PrintWriter;
import java.util.List;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.signing.ArtifactSignature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Models and events of the registry as lines for people and as JSON for programs. */
final class RegistryLines {
    private static final JsonMapper MAPPER = new JsonMapper();

    private RegistryLines() {}

    static void print(PrintWriter out, ModelEvent event) {
        Change change = event.change();
        out.printf(
                "%s  %-10s %-8s %s  by %s%s%s: %s%n",
                change.at(),
                event.alias().word(),
                event.action(),
                ModelName.shortHash(event.sha256()),
                change.actor(),
                change.approver().map(name -> ", approved by " + name).orElse(""),
                change.reportSha256()
                        .map(report -> ", report " + ModelName.shortHash(report))
                        .orElse(""),
                change.reason());
    }

    static void print(
            PrintWriter out, RegisteredModel model, List<ModelAlias> aliases, List<ArtifactSignature> signatures) {
        out.printf(
                "%s  %-14s %-20s %s by %s%s%s%n",
                ModelName.shortHash(model.sha256()),
                model.modelId(),
                model.version(),
                model.publishedAt(),
                model.publishedBy(),
                signatures.isEmpty()
                        ? ""
                        : "  signed by key " + signatures.getFirst().shortKeyId(),
                aliases.isEmpty()
                        ? ""
                        : "  "
                                + String.join(
                                        ", ",
                                        aliases.stream().map(ModelAlias::word).toList()));
    }

    static String json(List<ModelEvent> events) {
        ArrayNode array = MAPPER.createArrayNode();
        events.forEach(event -> array.add(json(event)));
        return MAPPER.writeValueAsString(array);
    }

    static ObjectNode json(ModelEvent event) {
        Change change = event.change();
        ObjectNode json = MAPPER.createObjectNode()
                .put("at", change.at().toString())
                .put("alias", event.alias().word())
                .put("action", event.action().name())
                .put("sha256", event.sha256())
                .put("actor", change.actor())
                .put("reason", change.reason());
        change.approver().ifPresent(approver -> json.put("approver", approver));
        change.reportSha256().ifPresent(report -> json.put("reportSha256", report));
        return json;
    }

    static ObjectNode json(RegisteredModel model, List<ModelAlias> aliases, List<ArtifactSignature> signatures) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("sha256", model.sha256())
                .put("modelId", model.modelId())
                .put("version", model.version())
                .put("publishedAt", model.publishedAt().toString())
                .put("publishedBy", model.publishedBy());
        ArrayNode words = json.putArray("aliases");
        aliases.forEach(alias -> words.add(alias.word()));
        ArrayNode signed = json.putArray("signatures");
        signatures.forEach(signature -> signed.addObject()
                .put("keyId", signature.keyId())
                .put("signedBy", signature.signedBy())
                .put("signedAt", signature.signedAt().toString()));
        return json;
    }
}
