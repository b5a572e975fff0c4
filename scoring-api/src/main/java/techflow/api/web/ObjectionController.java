package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.api.application.Channel;
import techflow.api.application.Objection;
import techflow.api.application.Objections;
import techflow.features.signal.EnterpriseId;
import tools.jackson.databind.json.JsonMapper;

/** Files, shows and answers objections. */
@RestController
@RequestMapping(path = "/v1/objections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "objections", description = "异议 Objections")
class ObjectionController {
    private final Objections objections;
    private final ObjectionReader reader;
    private final Clock clock;
    private final Tagged tagged;

    ObjectionController(Objections objections, ObjectionReader reader, Clock clock, JsonMapper mapper) {
        this.objections = objections;
        this.reader = reader;
        this.clock = clock;
        this.tagged = new Tagged(mapper);
    }

    @Operation(
            operationId = "fileObjection",
            summary = "File an objection; the item is marked in every answer until it is settled, due in 20 days",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ObjectionRequest.Claim.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ObjectionAnswer.class)))
    @Problems
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> file(
            @RequestBody(required = false) Mono<byte[]> body,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        var caller = Callers.of(principal, exchange, Channel.API);
        return body.defaultIfEmpty(new byte[0])
                .map(reader::claim)
                .flatMap(claim -> objections.file(claim, caller))
                .map(filed -> tagged.answer(
                        ResponseEntity.created(URI.create("/v1/objections/" + filed.id())), answer(filed)));
    }

    @Operation(operationId = "getObjection", summary = "One objection, its answer and the score that followed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ObjectionAnswer.class)))
    @Problems
    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> get(@PathVariable String id, @Parameter(hidden = true) Principal principal) {
        return objections
                .find(id, Callers.client(principal).tenant())
                .map(found -> tagged.answer(ResponseEntity.ok(), answer(found)));
    }

    @Operation(operationId = "listObjections", summary = "Filed last first; of one enterprise, or only overdue ones")
    @Problems
    @GetMapping
    Mono<ObjectionAnswer.Page> list(
            @RequestParam(defaultValue = "") String uscc,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
            @Parameter(hidden = true) Principal principal) {
        return Mono.defer(() -> objections.list(
                        Callers.client(principal).tenant(),
                        uscc.isEmpty() ? "" : new EnterpriseId(uscc).code(),
                        overdue,
                        cursor,
                        PageLimit.of(limit)))
                .map(slice -> ObjectionAnswer.Page.of(slice, clock.instant()));
    }

    @Operation(
            operationId = "answerObjection",
            summary = "Answer in writing: corrected (the firm is scored again), noted beside the item, or rejected",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ObjectionRequest.Reply.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ObjectionAnswer.class)))
    @Problems
    @PostMapping(path = "/{id}:answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> answer(
            @PathVariable String id,
            @RequestBody(required = false) Mono<byte[]> body,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        var caller = Callers.of(principal, exchange, Channel.API);
        return body.defaultIfEmpty(new byte[0])
                .map(ObjectionReader::reply)
                .flatMap(reply -> objections
                        .find(id, caller.tenant())
                        .doOnNext(found -> tagged.requireMatch(exchange, answer(found)))
                        .flatMap(found ->
                                objections.answer(found, reply.outcome(), reply.text(), reply.correction(), caller)))
                .map(answered -> tagged.answer(ResponseEntity.ok(), answer(answered)));
    }

    private ObjectionAnswer answer(Objection objection) {
        return ObjectionAnswer.of(objection, clock.instant());
    }
}
