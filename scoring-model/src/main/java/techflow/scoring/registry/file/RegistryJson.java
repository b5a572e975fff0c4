package techflow.scoring.registry.file;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.signing.ArtifactSignature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lines of the registry's files. A member that has come later is optional, so that older lines stay readable. */
final class RegistryJson {
    private RegistryJson() {}

    static JsonNode write(RegisteredModel model) {
        return object().put("sha256", model.sha256())
                .put("modelId", model.modelId())
                .put("version", model.version())
                .put("publishedAt", model.publishedAt().toString())
                .put("publishedBy", model.publishedBy());
    }

    static RegisteredModel model(JsonNode line) {
        return new RegisteredModel(
                text(line, "sha256"),
                text(line, "modelId"),
                text(line, "version"),
                Instant.parse(text(line, "publishedAt")),
                text(line, "publishedBy"));
    }

    static JsonNode write(ModelEvent event) {
        Change change = event.change();
        ObjectNode json = object().put("at", change.at().toString())
                .put("alias", event.alias().word())
                .put("sha256", event.sha256())
                .put("action", event.action().name())
                .put("actor", change.actor())
                .put("reason", change.reason());
        change.approver().ifPresent(approver -> json.put("approver", approver));
        change.reportSha256().ifPresent(report -> json.put("reportSha256", report));
        return json;
    }

    static ModelEvent event(JsonNode line) {
        return new ModelEvent(
                ModelAlias.ofWord(text(line, "alias")),
                text(line, "sha256"),
                ModelEvent.Action.valueOf(text(line, "action")),
                new Change(
                        text(line, "actor"),
                        text(line, "reason"),
                        Instant.parse(text(line, "at")),
                        optional(line, "approver"),
                        optional(line, "reportSha256")));
    }

    static JsonNode write(ArtifactSignature signature) {
        return object().put("keyId", signature.keyId())
                .put("signature", signature.signature())
                .put("signedBy", signature.signedBy())
                .put("signedAt", signature.signedAt().toString());
    }

    static ArtifactSignature signature(JsonNode line) {
        return new ArtifactSignature(
                text(line, "keyId"),
                text(line, "signature"),
                text(line, "signedBy"),
                Instant.parse(text(line, "signedAt")));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String text(JsonNode line, String name) {
        return line.required(name).asString();
    }

    private static Optional<String> optional(JsonNode line, String name) {
        @Nullable JsonNode child = line.get(name);
        return child == null ? Optional.empty() : Optional.of(child.asString());
    }
}
