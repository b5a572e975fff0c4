package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import techflow.api.security.key.ManageKeys;

/** The keys of the administrator's own tenant. */
@RestController
@RequestMapping(path = "/v1/api-keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "api-keys", description = "访问密钥 Access keys")
class ApiKeyController {
    private static final byte[] NOTHING = {};

    private final ManageKeys keys;
    private final ApiKeyRequestReader reader;

    ApiKeyController(ManageKeys keys, Clock clock) {
        this.keys = keys;
        this.reader = new ApiKeyRequestReader(clock);
    }

    @Operation(
            operationId = "createApiKey",
            summary = "A new key; this answer alone shows it",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ApiKeyRequest.class))))
    @Problems
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ApiKeyAnswer> create(
            @RequestBody(required = false) Mono<byte[]> body, @Parameter(hidden = true) Principal principal) {
        return body.defaultIfEmpty(NOTHING)
                .map(reader::readWish)
                .flatMap(wish ->
                        keys.create(Callers.client(principal), wish.roles(), wish.label(), Optional.of(wish.ends())))
                .map(ApiKeyAnswer::of);
    }

    @Operation(operationId = "listApiKeys", summary = "The keys of the own tenant, without their secrets")
    @Problems
    @GetMapping
    Mono<ApiKeyAnswer.Keys> list(@Parameter(hidden = true) Principal principal) {
        return keys.list(Callers.client(principal))
                .map(entries -> new ApiKeyAnswer.Keys(
                        entries.stream().map(ApiKeyAnswer::of).toList()));
    }

    @Operation(
            operationId = "rotateApiKey",
            summary = "A successor; the old key works on for an overlap, then ends",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ApiKeyRequest.Rotation.class))))
    @Problems
    @PostMapping("/{keyId}:rotate")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ApiKeyAnswer> rotate(
            @PathVariable String keyId,
            @RequestBody(required = false) Mono<byte[]> body,
            @Parameter(hidden = true) Principal principal) {
        return body.defaultIfEmpty(NOTHING)
                .map(reader::readOverlap)
                .flatMap(overlap -> keys.rotate(Callers.client(principal), keyId, overlap))
                .map(ApiKeyAnswer::of);
    }

    @Operation(operationId = "revokeApiKey", summary = "Ends a key")
    @Problems
    @PostMapping("/{keyId}:revoke")
    Mono<ApiKeyAnswer> revoke(@PathVariable String keyId, @Parameter(hidden = true) Principal principal) {
        return keys.revoke(Callers.client(principal), keyId).map(ApiKeyAnswer::of);
    }
}
