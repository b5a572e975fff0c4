package techflow.api.page;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import techflow.api.application.EnterpriseDirectory;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/** Finding a firm, and the form that asks for its report. */
@Controller
class SearchController {
    private static final int SHORTEST_QUERY = 2;
    private static final int CODE_LENGTH = 18;

    private final EnterpriseDirectory directory;

    SearchController(EnterpriseDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/")
    Mono<String> search(@RequestParam(defaultValue = "") String query, Model model) {
        String text = query.replaceAll("\\p{Cntrl}", " ").strip();
        model.addAttribute("query", text);
        model.addAttribute("limit", EnterpriseDirectory.SEARCH_LIMIT);
        if (text.length() < SHORTEST_QUERY) {
            model.addAttribute("tooShort", !text.isEmpty());
            return Mono.just("search");
        }
        return directory.search(text).map(matches -> {
            model.addAttribute("matches", matches);
            model.addAttribute("codeTrouble", matches.isEmpty() ? codeTrouble(text) : List.of());
            return "search";
        });
    }

    @GetMapping("/enterprises/{uscc}")
    Mono<String> enterprise(@PathVariable String uscc, Model model) {
        return show(directory, new EnterpriseId(uscc), EnterpriseForm.of(Map.of()), model);
    }

    /** The firm with the request form; the form keeps what was typed. */
    static Mono<String> show(EnterpriseDirectory directory, EnterpriseId id, EnterpriseForm form, Model model) {
        return directory
                .find(id)
                .switchIfEmpty(Mono.error(() ->
                        new RecordFault(ProblemCode.ENTERPRISE_UNKNOWN, "No enterprise with this code is known here")))
                .map(enterprise -> {
                    model.addAttribute("enterprise", enterprise);
                    model.addAttribute("profile", enterprise.profile().orElse(null));
                    model.addAttribute("form", form);
                    return "enterprise";
                });
    }

    /** A whole code that finds nothing is perhaps mistyped. */
    private static List<Violation> codeTrouble(String text) {
        return text.length() == CODE_LENGTH ? EnterpriseId.violations("uscc", text) : List.of();
    }
}
