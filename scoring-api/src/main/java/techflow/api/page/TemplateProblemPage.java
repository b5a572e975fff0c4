package techflow.api.page;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import techflow.api.web.Problem;
import techflow.api.web.ProblemPage;

/** The error page: what happened, what to do, and the id to report. */
@Component
final class TemplateProblemPage implements ProblemPage {
    private final ISpringWebFluxTemplateEngine templates;
    private final LocaleContextResolver language;

    TemplateProblemPage(ISpringWebFluxTemplateEngine templates, LocaleContextResolver language) {
        this.templates = templates;
        this.language = language;
    }

    @Override
    public String html(Problem problem, ServerWebExchange exchange) {
        Locale locale = Language.of(
                        language.resolveLocaleContext(exchange).getLocale() instanceof Locale found
                                ? found
                                : Locale.SIMPLIFIED_CHINESE)
                .locale();
        return templates.process("problem", new Context(locale, Map.of("problem", problem)));
    }
}
