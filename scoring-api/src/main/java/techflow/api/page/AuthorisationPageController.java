package techflow.api.page;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.api.application.Authorisations;
import techflow.api.application.Channel;
import techflow.api.application.ScoreCommand.Caller;
import techflow.api.page.EnterprisePage.Forms;
import techflow.api.page.EnterprisePage.Visit;
import techflow.api.web.AuthorisationReader;
import techflow.api.web.Callers;
import techflow.api.web.RequestFields;
import techflow.features.signal.EnterpriseId;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** The page of a firm, and filing and revoking its authorisations there. */
@Controller
class AuthorisationPageController {
    private static final int LONGEST_REASON = 500;

    private final EnterprisePage page;
    private final Authorisations authorisations;

    AuthorisationPageController(EnterprisePage page, Authorisations authorisations) {
        this.page = page;
        this.authorisations = authorisations;
    }

    @GetMapping("/enterprises/{uscc}")
    Mono<String> enterprise(@PathVariable String uscc, Principal principal, Locale locale, Model model) {
        return page.show(visit(uscc, principal, locale), Forms.EMPTY, model);
    }

    @PostMapping("/enterprises/{uscc}/authorisations")
    Mono<String> file(
            @PathVariable String uscc, ServerWebExchange exchange, Principal principal, Locale locale, Model model) {
        Caller caller = Callers.of(principal, exchange, Channel.WEB);
        return exchange.getFormData().flatMap(sent -> {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>(sent);
            form.set(AuthorisationReader.USCC, uscc);
            return Mono.fromSupplier(() -> AuthorisationReader.form(form))
                    .flatMap(terms -> authorisations.file(terms, caller))
                    .map(filed -> back(uscc))
                    .onErrorResume(RecordFault.class, fault -> {
                        exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
                        return page.show(
                                visit(uscc, principal, locale), Forms.authorisation(typed(form, fault)), model);
                    });
        });
    }

    @PostMapping("/enterprises/{uscc}/authorisations/{id}/revocation")
    Mono<String> revoke(
            @PathVariable String uscc, @PathVariable String id, ServerWebExchange exchange, Principal principal) {
        Caller caller = Callers.of(principal, exchange, Channel.WEB);
        return exchange.getFormData()
                .map(form -> reason(RequestFields.form(form, List.of("reason"))))
                .flatMap(reason -> authorisations
                        .find(id, caller.tenant())
                        .flatMap(found -> authorisations.revoke(found, reason, caller)))
                .map(revoked -> back(uscc));
    }

    private static String reason(RequestFields fields) {
        Optional<String> reason = fields.prose("reason", 1, LONGEST_REASON, "say why, as the enterprise gave it");
        fields.require();
        return reason.orElseThrow();
    }

    private static TypedForm typed(MultiValueMap<String, String> form, RecordFault fault) {
        return new TypedForm(
                form, fault.violations().stream().map(Violation::field).toList());
    }

    private static Visit visit(String uscc, Principal principal, Locale locale) {
        return new Visit(new EnterpriseId(uscc), Callers.client(principal).tenant(), locale);
    }

    /** The code is one that an {@link EnterpriseId} was made of, so the address is ours. */
    private static String back(String uscc) {
        return "redirect:/enterprises/" + new EnterpriseId(uscc).code() + "#authorisations";
    }
}
