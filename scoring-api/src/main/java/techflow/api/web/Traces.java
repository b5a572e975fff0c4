package techflow.api.web;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Continues the caller's trace, or begins one, and tells it in the answer (W3C Trace Context, level 1). The trace id stands in
 * the log line of every problem beside the request id. The ids are for following, not for secrets.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Traces implements WebFilter {
    /** The header, both ways. */
    public static final String HEADER = "traceparent";

    /** Versions after 00 may have more at the end; ff is none. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");

    private static final String NOT_SAMPLED = "00";

    /** A trace and our own step in it. */
    private record Step(String trace, String span, String flags) {
        String header() {
            return "00-" + trace + "-" + span + "-" + flags;
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().set(HEADER, step(exchange).header());
        return chain.filter(exchange);
    }

    /** The trace that the exchange belongs to, 32 hexadecimal digits. */
    public static String idOf(ServerWebExchange exchange) {
        return step(exchange).trace();
    }

    private static Step step(ServerWebExchange exchange) {
        return (Step) exchange.getAttributes()
                .computeIfAbsent(
                        HEADER,
                        name -> Optional.ofNullable(
                                        exchange.getRequest().getHeaders().getFirst(HEADER))
                                .flatMap(Traces::continued)
                                .orElseGet(() -> new Step(random() + random(), random(), NOT_SAMPLED)));
    }

    private static Optional<Step> continued(String parent) {
        Matcher form = FORM.matcher(parent);
        boolean sound =
                form.matches() && (form.group(4) == null || !form.group(1).equals("00"));
        return sound ? Optional.of(new Step(form.group(2), random(), form.group(3))) : Optional.empty();
    }

    /** 16 hexadecimal digits, never all zero. */
    private static String random() {
        return "%016x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
