package techflow.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import techflow.api.application.AuditTrail;
import techflow.features.signal.EnterpriseId;

/** What was done and what was asked, by whom, when and why. A tenant sees its own only. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit", description = "审计与查询记录 Audit log and query record")
class AuditController {
    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @Operation(operationId = "listAuditEvents", summary = "The audit log of the caller's tenant, the newest first")
    @Problems
    @GetMapping("/audit-events")
    Mono<AuditAnswer.Page> events(
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
            @Parameter(hidden = true) Principal principal) {
        return Mono.defer(() -> trail.events(Callers.client(principal).tenant(), cursor, PageLimit.of(limit)))
                .map(AuditAnswer.Page::of);
    }

    @Operation(
            operationId = "listQueries",
            summary = "What was asked about an enterprise: by whom, when, why, answered or refused")
    @Problems
    @GetMapping("/enterprises/{uscc}/queries")
    Mono<AuditAnswer.Queries> queries(
            @PathVariable String uscc,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
            @Parameter(hidden = true) Principal principal) {
        return Mono.defer(() -> trail.queries(
                        Callers.client(principal).tenant(), new EnterpriseId(uscc), cursor, PageLimit.of(limit)))
                .map(AuditAnswer.Queries::of);
    }
}
