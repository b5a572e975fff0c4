package techflow.api.security;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Paths and headers that the firewall refuses unread, such as an encoded slash or control character, end as problems too. */
@Component
final class RejectedExchanges implements ServerExchangeRejectedHandler {
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException refusal) {
        return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
