package techflow.api.page;

import java.security.Principal;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.api.application.Channel;
import techflow.api.application.Objections;
import techflow.api.application.ScoreCommand.Caller;
import techflow.api.page.EnterprisePage.Forms;
import techflow.api.page.EnterprisePage.Visit;
import techflow.api.web.Callers;
import techflow.api.web.ObjectionReader;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Filing and answering objections on the page of a firm. */
@Controller
class ObjectionPageController {
    private final EnterprisePage page;
    private final Objections objections;
    private final ObjectionReader reader;

    ObjectionPageController(EnterprisePage page, Objections objections, ObjectionReader reader) {
        this.page = page;
        this.objections = objections;
        this.reader = reader;
    }

    @PostMapping("/enterprises/{uscc}/objections")
    Mono<String> file(
            @PathVariable String uscc, ServerWebExchange exchange, Principal principal, Locale locale, Model model) {
        Caller caller = Callers.of(principal, exchange, Channel.WEB);
        return exchange.getFormData().flatMap(sent -> {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>(sent);
            form.set(ObjectionReader.USCC, uscc);
            return Mono.fromSupplier(() -> reader.claim(form))
                    .flatMap(claim -> objections.file(claim, caller))
                    .map(filed -> back(uscc))
                    .onErrorResume(ObjectionPageController::isOfTheForm, fault -> {
                        exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
                        var visit = new Visit(new EnterpriseId(uscc), caller.tenant(), locale);
                        return page.show(visit, Forms.objection(typed(form, (RecordFault) fault)), model);
                    });
        });
    }

    @PostMapping("/enterprises/{uscc}/objections/{id}/answer")
    Mono<String> answer(
            @PathVariable String uscc, @PathVariable String id, ServerWebExchange exchange, Principal principal) {
        Caller caller = Callers.of(principal, exchange, Channel.WEB);
        return exchange.getFormData()
                .map(ObjectionReader::reply)
                .flatMap(reply -> objections
                        .find(id, caller.tenant())
                        .flatMap(found ->
                                objections.answer(found, reply.outcome(), reply.text(), reply.correction(), caller)))
                .map(answered -> back(uscc));
    }

    private static boolean isOfTheForm(Throwable fault) {
        return fault instanceof RecordFault row
                && (row.code() == ProblemCode.REQUEST_INVALID || row.code() == ProblemCode.SCORE_UNKNOWN);
    }

    /** A score that is not known is a wrong item. */
    private static TypedForm typed(MultiValueMap<String, String> form, RecordFault fault) {
        return fault.code() == ProblemCode.SCORE_UNKNOWN
                ? new TypedForm(form, java.util.List.of("item"))
                : new TypedForm(
                        form, fault.violations().stream().map(Violation::field).toList());
    }

    private static String back(String uscc) {
        return "redirect:/enterprises/" + new EnterpriseId(uscc).code() + "#objections";
    }
}
