package techflow.api.page;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import techflow.api.application.EnterpriseDirectory;
import techflow.features.signal.EnterpriseId;
import techflow.problem.Violation;

/** Finding a firm. */
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

    /** A whole code that finds nothing is perhaps mistyped. */
    private static List<Violation> codeTrouble(String text) {
        return text.length() == CODE_LENGTH ? EnterpriseId.violations("uscc", text) : List.of();
    }
}
