package techflow.api.page;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.answer.AnswerJson;
import techflow.api.application.Channel;
import techflow.api.application.FindScore;
import techflow.api.application.ScoreEnterprise;
import techflow.api.application.ScoreObserver;
import techflow.api.application.Stage;
import techflow.api.web.Callers;
import techflow.api.web.ScoreRequestReader;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Asks for a score and shows it. */
@Controller
class ReportController {
    private static final Set<ProblemCode> AUTHORISATION = Set.of(
            ProblemCode.AUTHORISATION_MISSING,
            ProblemCode.AUTHORISATION_EXPIRED,
            ProblemCode.AUTHORISATION_REVOKED,
            ProblemCode.AUTHORISATION_OUT_OF_SCOPE);

    private final ScoreEnterprise scoreEnterprise;
    private final FindScore findScore;
    private final EnterprisePage page;
    private final ScoreRequestReader reader;
    private final ReportViewFactory views;
    private final ScoreObserver observer;
    private final Scheduler scheduler;

    ReportController(
            ScoreEnterprise scoreEnterprise,
            FindScore findScore,
            EnterprisePage page,
            ScoreRequestReader reader,
            ReportViewFactory views,
            ScoreObserver observer,
            Scheduler scheduler) {
        this.scoreEnterprise = scoreEnterprise;
        this.findScore = findScore;
        this.page = page;
        this.reader = reader;
        this.views = views;
        this.observer = observer;
        this.scheduler = scheduler;
    }

    @PostMapping("/reports")
    Mono<String> create(ServerWebExchange exchange, Principal principal, Locale locale, Model model) {
        var caller = Callers.of(principal, exchange, Channel.WEB);
        return exchange.getFormData().flatMap(form -> {
            Map<String, String> typed = form.toSingleValueMap();
            return Mono.fromSupplier(() -> observer.timed(Stage.VALIDATE, () -> reader.readForm(typed, caller)))
                    .flatMap(scoreEnterprise::score)
                    .map(entry -> "redirect:/reports/" + entry.scoreId())
                    .onErrorResume(
                            RecordFault.class,
                            fault -> again(typed, fault, exchange)
                                    .flatMap(forms -> page.show(
                                            new EnterprisePage.Visit(
                                                    new EnterpriseId(typed.getOrDefault(ScoreRequestReader.USCC, "")),
                                                    caller.tenant(),
                                                    locale),
                                            forms,
                                            model)));
        });
    }

    /** The form again, with what was wrong or who refused; any other fault goes on to the problem page. */
    private static Mono<EnterprisePage.Forms> again(
            Map<String, String> typed, RecordFault fault, ServerWebExchange exchange) {
        String code = typed.getOrDefault(ScoreRequestReader.USCC, "");
        boolean known = EnterpriseId.violations(ScoreRequestReader.USCC, code).isEmpty();
        HttpStatus status = AUTHORISATION.contains(fault.code()) ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
        if (!known || (status == HttpStatus.BAD_REQUEST && fault.code() != ProblemCode.REQUEST_INVALID)) {
            return Mono.error(fault);
        }
        exchange.getResponse().setStatusCode(status);
        EnterpriseForm form = EnterpriseForm.of(typed)
                .wrong(fault.violations().stream().map(Violation::field).toList());
        return Mono.just(EnterprisePage.Forms.score(
                form, status == HttpStatus.FORBIDDEN ? fault.code().name() : ""));
    }

    @GetMapping("/reports/{scoreId}")
    Mono<String> show(@PathVariable String scoreId, Principal principal, Locale locale, Model model) {
        return findScore
                .find(scoreId, Callers.client(principal).tenant())
                .publishOn(scheduler)
                .map(entry -> {
                    LawRows rows = new LawRows(Language.of(locale), entry.requestedAt());
                    model.addAttribute(
                            "marks",
                            Optional.ofNullable(AnswerJson.read(entry.answer()).objections()).orElse(List.of()).stream()
                                    .map(rows::mark)
                                    .toList());
                    model.addAttribute("report", views.view(entry, Language.of(locale)));
                    return "report";
                });
    }
}
