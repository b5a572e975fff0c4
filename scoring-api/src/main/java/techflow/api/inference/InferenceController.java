package techflow.api.inference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.application.ActiveModel;
import techflow.api.serving.ServedModel;
import techflow.api.web.Problems;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** The Open Inference Protocol over the champion. */
@RestController
@RequestMapping(path = "/v2", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "inference", description = "开放推理协议 Open Inference Protocol v2")
class InferenceController {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    /** Up to this many bytes a request is worked off where it arrives: it takes less time than a change of thread. */
    private static final int FEW_BYTES = 8 * 1024;

    private final ActiveModel activeModel;
    private final Scheduler scheduler;
    private final Inference inference = new Inference();

    InferenceController(ActiveModel activeModel, Scheduler scheduler) {
        this.activeModel = activeModel;
        this.scheduler = scheduler;
    }

    @Operation(operationId = "inferenceServer", summary = "What this server is")
    @GetMapping
    Map<String, Object> server() {
        return Map.of("name", "techflow", "version", "v1", "extensions", List.of());
    }

    @Operation(operationId = "inferenceLive", summary = "The server takes requests")
    @GetMapping("/health/live")
    Map<String, Boolean> live() {
        return Map.of("live", true);
    }

    @Operation(operationId = "inferenceReady", summary = "A verified model answers; 503 when none does")
    @GetMapping("/health/ready")
    Map<String, Boolean> ready() {
        activeModel.required();
        return Map.of("live", true, "ready", true);
    }

    @Operation(operationId = "inferenceModel", summary = "Inputs and outputs of the champion")
    @Problems
    @GetMapping({"/models/{model}", "/models/{model}/versions/{version}"})
    ModelMetadata model(@PathVariable String model, @PathVariable(required = false) @Nullable String version) {
        return ModelMetadata.of(inference.binding(served(model, version)));
    }

    @Operation(operationId = "inferenceModelReady", summary = "Whether this model answers")
    @Problems
    @GetMapping({"/models/{model}/ready", "/models/{model}/versions/{version}/ready"})
    Map<String, Object> modelReady(
            @PathVariable String model, @PathVariable(required = false) @Nullable String version) {
        return Map.of("name", served(model, version).ref().id(), "ready", true);
    }

    @Operation(
            operationId = "infer",
            summary = "Scores given vectors with the champion; nothing is looked up and nothing is logged as a score",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    @Problems
    @PostMapping(
            path = {"/models/{model}/infer", "/models/{model}/versions/{version}/infer"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> infer(
            @PathVariable String model,
            @PathVariable(required = false) @Nullable String version,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        ServedModel served = served(model, version);
        return DataBufferUtils.join(exchange.getRequest().getBody(), MOST_BYTES)
                .onErrorMap(
                        DataBufferLimitException.class, e -> new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE))
                .map(InferenceController::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> answer(bytes, served))
                .map(answer -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(answer));
    }

    private Mono<byte[]> answer(byte[] bytes, ServedModel served) {
        Mono<byte[]> work = Mono.fromSupplier(() -> inference.infer(bytes, served));
        return bytes.length <= FEW_BYTES
                ? work
                : work.subscribeOn(scheduler)
                        .onErrorMap(
                                RejectedExecutionException.class,
                                e -> new PlatformFault(ProblemCode.OVERLOADED, "The scoring queue is full", e));
    }

    /** The champion, when that is what was asked for. */
    private ServedModel served(String name, @Nullable String version) {
        ServedModel champion = activeModel.required();
        boolean asked = champion.ref().id().equals(name)
                && (version == null || champion.ref().version().equals(version));
        if (!asked) {
            throw new RecordFault(
                    ProblemCode.MODEL_UNKNOWN,
                    "The model that answers is " + champion.ref().id() + ", version "
                            + champion.ref().version());
        }
        return champion;
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
