package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import techflow.api.application.ActiveModel;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.databind.json.JsonMapper;

/** What the features are that models look at. */
@RestController
@RequestMapping(path = "/v1/features", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "features", description = "特征 Features")
class FeatureController {
    private final FeatureCatalog catalog;
    private final ActiveModel activeModel;
    private final Tagged tagged;

    FeatureController(FeatureCatalog catalog, ActiveModel activeModel, JsonMapper mapper) {
        this.catalog = catalog;
        this.activeModel = activeModel;
        this.tagged = new Tagged(mapper);
    }

    @Operation(
            operationId = "listFeatures",
            summary = "Every feature that this release computes, in the order of its schema")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = FeatureAnswer.Features.class)))
    @Problems
    @GetMapping
    Mono<ResponseEntity<byte[]>> list() {
        return Mono.fromSupplier(() -> {
            Set<FeatureName> used = used();
            List<FeatureAnswer> items = catalog.definitions().stream()
                    .map(definition -> FeatureAnswer.of(definition, used.contains(definition.name())))
                    .toList();
            return tagged.ok(new FeatureAnswer.Features(
                    catalog.schema().version(), catalog.schema().fingerprint(), items));
        });
    }

    @Operation(
            operationId = "getFeature",
            summary = "One feature: what it is, its unit, its window and what missing means")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FeatureAnswer.class)))
    @Problems
    @GetMapping("/{name}")
    Mono<ResponseEntity<byte[]>> get(@PathVariable String name) {
        return Mono.fromSupplier(() -> catalog.definitions().stream()
                .filter(definition -> definition.name().value().equals(name))
                .findFirst()
                .map(this::answer)
                .orElseThrow(() -> unknown(name)));
    }

    private ResponseEntity<byte[]> answer(FeatureDefinition definition) {
        return tagged.ok(FeatureAnswer.of(definition, used().contains(definition.name())));
    }

    private Set<FeatureName> used() {
        return activeModel
                .current()
                .map(model -> Set.copyOf(model.pipeline().model().features()))
                .orElse(Set.of());
    }

    private static RecordFault unknown(String name) {
        String shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
        return new RecordFault(
                ProblemCode.FEATURE_UNKNOWN,
                "No feature of this release has this name",
                List.of(new Violation("name", "must be the name of a feature", shown, "GET /v1/features lists them")));
    }
}
