package techflow.api.web;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** Tells callers of what will go: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and where to read more. */
public final class Deprecations implements WebFilter {
    private final List<Notice> notices;

    public Deprecations(List<Notice> notices) {
        this.notices = List.copyOf(notices);
    }

    /**
     * What will go.
     *
     * @param path of the API
     * @param since from when it should no longer be used
     * @param sunset when it will be gone, not before {@code since}; empty while nobody knows
     * @param link where to read what to use instead
     */
    public record Notice(PathPattern path, Instant since, Optional<Instant> sunset, Optional<URI> link) {
        /** @throws IllegalArgumentException when it is gone before it is deprecated */
        public Notice {
            if (sunset.filter(end -> end.isBefore(since)).isPresent()) {
                throw new IllegalArgumentException("sunset must not lie before since, found " + sunset.get());
            }
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        notices.stream()
                .filter(notice ->
                        notice.path().matches(exchange.getRequest().getPath().pathWithinApplication()))
                .findFirst()
                .ifPresent(notice -> tell(notice, exchange.getResponse().getHeaders()));
        return chain.filter(exchange);
    }

    private static void tell(Notice notice, HttpHeaders headers) {
        headers.set("Deprecation", "@" + notice.since().getEpochSecond());
        notice.sunset()
                .ifPresent(end -> headers.set(
                        "Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atOffset(ZoneOffset.UTC))));
        notice.link().ifPresent(link -> headers.add(HttpHeaders.LINK, "<" + link + ">; rel=\"deprecation\""));
    }
}
