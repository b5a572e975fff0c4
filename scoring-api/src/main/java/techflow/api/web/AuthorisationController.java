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
import java.util.List;
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
import techflow.api.application.Authorisation;
import techflow.api.application.Authorisations;
import techflow.api.application.Channel;
import techflow.features.signal.EnterpriseId;
import tools.jackson.databind.json.JsonMapper;

/** Files, shows and revokes authorisations of data subjects. */
@RestController
@RequestMapping(path = "/v1/authorisations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "authorisations", description = "授权 Authorisations of the data subject")
class AuthorisationController {
    private static final String BASE = "/v1/authorisations/";
    private static final int LONGEST_REASON = 500;

    private final Authorisations authorisations;
    private final Clock clock;
    private final Tagged tagged;

    AuthorisationController(Authorisations authorisations, Clock clock, JsonMapper mapper) {
        this.authorisations = authorisations;
        this.clock = clock;
        this.tagged = new Tagged(mapper);
    }

    @Operation(
            operationId = "fileAuthorisation",
            summary = "File an authorisation; 201 when new, 200 when the same was filed before",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = AuthorisationRequest.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AuthorisationAnswer.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthorisationAnswer.class)))
    @Problems
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> file(
            @RequestBody(required = false) Mono<byte[]> body,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        var caller = Callers.of(principal, exchange, Channel.API);
        return body.defaultIfEmpty(new byte[0])
                .map(AuthorisationReader::json)
                .flatMap(terms -> authorisations.file(terms, caller))
                .map(filed -> tagged.answer(status(filed), answer(filed.authorisation())));
    }

    @Operation(operationId = "getAuthorisation", summary = "One authorisation and how it stands now")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthorisationAnswer.class)))
    @Problems
    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> get(@PathVariable String id, @Parameter(hidden = true) Principal principal) {
        return authorisations
                .find(id, Callers.client(principal).tenant())
                .map(found -> tagged.answer(ResponseEntity.ok(), answer(found)));
    }

    @Operation(operationId = "listAuthorisations", summary = "Those of one enterprise, filed last first")
    @Problems
    @GetMapping
    Mono<AuthorisationAnswer.Page> list(
            @RequestParam(defaultValue = "") String uscc,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
            @Parameter(hidden = true) Principal principal) {
        return Mono.defer(() -> authorisations.list(
                        Callers.client(principal).tenant(), new EnterpriseId(uscc), cursor, PageLimit.of(limit)))
                .map(slice -> AuthorisationAnswer.Page.of(slice, clock.instant()));
    }

    @Operation(
            operationId = "revokeAuthorisation",
            summary = "The enterprise withdrew it; one that was revoked before stays as it was",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(schema = @Schema(implementation = AuthorisationRequest.Revocation.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthorisationAnswer.class)))
    @Problems
    @PostMapping(path = "/{id}:revoke", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> revoke(
            @PathVariable String id,
            @RequestBody(required = false) Mono<byte[]> body,
            @Parameter(hidden = true) Principal principal,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        var caller = Callers.of(principal, exchange, Channel.API);
        return body.defaultIfEmpty(new byte[0])
                .map(AuthorisationController::reason)
                .flatMap(reason -> authorisations
                        .find(id, caller.tenant())
                        .doOnNext(found -> tagged.requireMatch(exchange, answer(found)))
                        .flatMap(found -> authorisations.revoke(found, reason, caller)))
                .map(revoked -> tagged.answer(ResponseEntity.ok(), answer(revoked)));
    }

    private static String reason(byte[] body) {
        RequestFields fields = RequestFields.json(body, List.of("reason"));
        Optional<String> reason = fields.prose("reason", 1, LONGEST_REASON, "say why, as the enterprise gave it");
        fields.require();
        return reason.orElseThrow();
    }

    private static ResponseEntity.BodyBuilder status(Authorisations.Filed filed) {
        URI address = URI.create(BASE + filed.authorisation().id());
        return filed.isNew()
                ? ResponseEntity.created(address)
                : ResponseEntity.ok().location(address);
    }

    private AuthorisationAnswer answer(Authorisation authorisation) {
        return AuthorisationAnswer.of(authorisation, clock.instant());
    }
}
