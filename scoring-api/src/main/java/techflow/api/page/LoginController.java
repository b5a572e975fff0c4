package techflow.api.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** The login form; the security chain takes what it sends. */
@Controller
class LoginController {
    @GetMapping("/login")
    String login(ServerWebExchange exchange, Model model) {
        model.addAttribute("refused", exchange.getRequest().getQueryParams().containsKey("refused"));
        return "login";
    }
}
