package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import techflow.api.application.ModelCatalogue;
import tools.jackson.databind.json.JsonMapper;

/** Which models there are and how they came to answer. */
@RestController
@RequestMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "models", description = "模型 Models")
class ModelController {
    private final ModelCatalogue models;
    private final Tagged tagged;

    ModelController(ModelCatalogue models, JsonMapper mapper) {
        this.models = models;
        this.tagged = new Tagged(mapper);
    }

    @Operation(operationId = "listModels", summary = "Every registered model, newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ModelAnswer.Models.class)))
    @Problems
    @GetMapping
    Mono<ResponseEntity<byte[]>> list() {
        return models.list()
                .map(found -> new ModelAnswer.Models(
                        found.stream().map(ModelAnswer::of).toList()))
                .map(answer -> tagged.ok(answer));
    }

    @Operation(operationId = "getModel", summary = "One model by SHA-256, or by the alias it bears now")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ModelAnswer.class)))
    @Problems
    @GetMapping("/{model}")
    Mono<ResponseEntity<byte[]>> get(
            @Parameter(description = "SHA-256 of the artefact, or champion, challenger, shadow") @PathVariable
                    String model) {
        return models.find(model).map(found -> tagged.ok(ModelAnswer.of(found)));
    }
}
