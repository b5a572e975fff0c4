package techflow.api.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** Chinese, unless {@code ?lang=en} asked for English here or earlier; a cookie remembers it for a year. */
@Component("localeContextResolver")
final class LanguageSwitch implements LocaleContextResolver {
    private static final String NAME = "lang";
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        Optional<String> asked =
                Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(NAME));
        asked.ifPresent(word -> remember(exchange, language(word)));
        String word = asked.or(() -> Optional.ofNullable(
                                exchange.getRequest().getCookies().getFirst(NAME))
                        .map(HttpCookie::getValue))
                .orElse("");
        return new SimpleLocaleContext(language(word).locale());
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext localeContext) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }

    private static Language language(String word) {
        return Language.of(Locale.forLanguageTag(word));
    }

    private static void remember(ServerWebExchange exchange, Language language) {
        if (exchange.getResponse().isCommitted()) {
            return;
        }
        exchange.getResponse()
                .getCookies()
                .set(
                        NAME,
                        ResponseCookie.from(NAME, language.locale().getLanguage())
                                .path("/")
                                .maxAge(YEAR)
                                .httpOnly(true)
                                .sameSite("Lax")
                                .build());
    }
}
