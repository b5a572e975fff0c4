package techflow.api.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every exchange a request id, the caller's when it is well formed, and sends it back. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestIds implements WebFilter {
    /** The header, both ways. */
    public static final String HEADER = "x-request-id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().set(HEADER, of(exchange));
        return chain.filter(exchange);
    }

    /** The id of the exchange. */
    public static String of(ServerWebExchange exchange) {
        return (String) exchange.getAttributes()
                .computeIfAbsent(
                        HEADER,
                        name -> Optional.ofNullable(
                                        exchange.getRequest().getHeaders().getFirst(HEADER))
                                .filter(id -> FORM.matcher(id).matches())
                                .orElseGet(() -> UUID.randomUUID().toString()));
    }
}
