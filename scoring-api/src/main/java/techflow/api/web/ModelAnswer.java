package techflow.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.application.ModelCatalogue;
import techflow.scoring.artifact.ModelManifest;

/** A registered model, as published. What is not known is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelAnswer(
        String id,
        String version,
        String sha256,

        @Schema(description = "champion answers, challenger is compared with it, shadow scores unheard")
        List<String> aliases,

        Instant publishedAt,
        String publishedBy,
        Trained trained,
        String featureSetVersion,

        @Schema(description = "Who gave it which alias, when and why, oldest first")
        List<Change> changes,

        @Schema(description = "What evaluation found, with 95 % intervals where they were computed")
        List<Metric> metrics,

        List<Signature> signatures) {
    /** Every model, newest first. */
    record Models(List<ModelAnswer> items) {}

    /** What it was trained on. */
    record Trained(Instant at, String by, String data, boolean synthetic, long rows, long bads) {}

    /** One change of an alias. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            Instant at,
            String alias,
            String action,
            String actor,
            @Nullable String approver,
            String reason) {}

    /** One figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metric(
            String name,
            double value,
            @Nullable Double low,
            @Nullable Double high) {}

    /** An Ed25519 signature over the artefact. */
    record Signature(String keyId, String signedBy, Instant signedAt) {}

    static ModelAnswer of(ModelCatalogue.Model model) {
        ModelManifest manifest = model.manifest();
        ModelManifest.TrainingData data = manifest.data();
        return new ModelAnswer(
                model.ref().id(),
                model.ref().version(),
                model.ref().sha256(),
                model.aliases(),
                model.published().at(),
                model.published().by(),
                new Trained(
                        manifest.createdAt(),
                        manifest.trainedBy(),
                        data.description(),
                        data.synthetic(),
                        data.rows(),
                        data.bads()),
                manifest.featureSetVersion(),
                model.changes().stream().map(ModelAnswer::change).toList(),
                manifest.metrics().stream().map(ModelAnswer::metric).toList(),
                model.signatures().stream()
                        .map(s -> new Signature(s.keyId(), s.signedBy(), s.signedAt()))
                        .toList());
    }

    private static Change change(ModelCatalogue.Change change) {
        return new Change(
                change.at(),
                change.alias(),
                change.action(),
                change.actor(),
                change.approver().orElse(null),
                change.reason());
    }

    private static Metric metric(ModelManifest.Metric metric) {
        return new Metric(
                metric.name(),
                metric.value(),
                metric.low().orElse(null),
                metric.high().orElse(null));
    }
}
