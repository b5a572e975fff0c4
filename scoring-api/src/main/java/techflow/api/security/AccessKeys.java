package techflow.api.security;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a request carries its access key. */
final class AccessKeys {
    static final String HEADER = "X-API-Key";
    static final String FORM_FIELD = "accessKey";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 200;

    private AccessKeys() {}

    /** From the header {@value HEADER}, or a bearer token. */
    static Mono<Authentication> fromHeader(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Optional<String> key = Optional.ofNullable(headers.getFirst(HEADER))
                .or(() -> Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value -> value.substring(BEARER.length())));
        return presented(key);
    }

    /** From the login form; an empty field is a key that nobody has. */
    static Mono<Authentication> fromForm(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form ->
                        presented(Optional.ofNullable(form.getFirst(FORM_FIELD)).or(() -> Optional.of(""))));
    }

    private static Mono<Authentication> presented(Optional<String> key) {
        return Mono.justOrEmpty(key.map(String::strip).map(text -> text.length() > LONGEST ? "" : text))
                .map(text -> UsernamePasswordAuthenticationToken.unauthenticated("", text));
    }
}
