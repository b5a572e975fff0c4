package techflow.api.page;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** What every page needs: the forms' token and the other language's address. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {
    @ModelAttribute("csrf")
    Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? Mono.empty() : token;
    }

    @ModelAttribute("signedIn")
    boolean signedIn(@Nullable Principal principal) {
        return principal != null;
    }

    /** The same page in the other language, empty for a page that cannot be asked for again. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(Locale locale, ServerWebExchange exchange) {
        if (exchange.getRequest().getMethod() != HttpMethod.GET) {
            return "";
        }
        String other = Language.of(locale) == Language.ZH ? "en" : "zh";
        return "?"
                + UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                        .replaceQueryParam("lang", other)
                        .build()
                        .getQuery();
    }
}
