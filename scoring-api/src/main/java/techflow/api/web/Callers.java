package techflow.api.web;

import java.security.Principal;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import techflow.api.application.Channel;
import techflow.api.application.ScoreCommand.Caller;
import techflow.api.security.Client;

/** From what authentication found out to what use cases know of a caller. */
public final class Callers {
    private Callers() {}

    /** @param principal of an authenticated exchange */
    public static Caller of(Principal principal, ServerWebExchange exchange, Channel channel) {
        Client client = client(principal);
        return new Caller(client.id(), client.tenant(), RequestIds.of(exchange), channel);
    }

    /** The client behind the principal of an authenticated exchange. */
    public static Client client(Principal principal) {
        return (Client) Objects.requireNonNull(((Authentication) principal).getPrincipal());
    }
}
