package techflow.api.page;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import techflow.api.application.Channel;
import techflow.api.application.EnterpriseDirectory;
import techflow.api.application.FindScore;
import techflow.api.application.ScoreCommand;
import techflow.api.application.ScoreEnterprise;
import techflow.api.application.ScoreObserver;
import techflow.api.application.Stage;
import techflow.api.web.Callers;
import techflow.api.web.ScoreRequestReader;
import techflow.features.signal.EnterpriseId;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Asks for a score and shows it. */
@Controller
class ReportController {
    private final ScoreEnterprise scoreEnterprise;
    private final FindScore findScore;
    private final EnterpriseDirectory directory;
    private final ScoreRequestReader reader;
    private final ReportViewFactory views;
    private final ScoreObserver observer;
    private final Scheduler scheduler;

    ReportController(
            ScoreEnterprise scoreEnterprise,
            FindScore findScore,
            EnterpriseDirectory directory,
            ScoreRequestReader reader,
            ReportViewFactory views,
            ScoreObserver observer,
            Scheduler scheduler) {
        this.scoreEnterprise = scoreEnterprise;
        this.findScore = findScore;
        this.directory = directory;
        this.reader = reader;
        this.views = views;
        this.observer = observer;
        this.scheduler = scheduler;
    }

    @PostMapping("/reports")
    Mono<String> create(ServerWebExchange exchange, Principal principal, Model model) {
        var caller = Callers.of(principal, exchange, Channel.WEB);
        return exchange.getFormData().flatMap(form -> create(form.toSingleValueMap(), caller, exchange, model));
    }

    private Mono<String> create(
            Map<String, String> form, ScoreCommand.Caller caller, ServerWebExchange exchange, Model model) {
        try {
            ScoreCommand command = observer.timed(Stage.VALIDATE, () -> reader.readForm(form, caller));
            return scoreEnterprise.score(command).map(entry -> "redirect:/reports/" + entry.scoreId());
        } catch (RecordFault fault) {
            String code = form.getOrDefault(ScoreRequestReader.USCC, "");
            if (!EnterpriseId.violations(ScoreRequestReader.USCC, code).isEmpty()) {
                return Mono.error(fault);
            }
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
            EnterpriseForm typed = EnterpriseForm.of(form)
                    .wrong(fault.violations().stream().map(Violation::field).toList());
            return SearchController.show(directory, new EnterpriseId(code), typed, model);
        }
    }

    @GetMapping("/reports/{scoreId}")
    Mono<String> show(@PathVariable String scoreId, Principal principal, Locale locale, Model model) {
        return findScore
                .find(scoreId, Callers.client(principal).tenant())
                .publishOn(scheduler)
                .map(entry -> {
                    model.addAttribute("report", views.view(entry, Language.of(locale)));
                    return "report";
                });
    }
}
