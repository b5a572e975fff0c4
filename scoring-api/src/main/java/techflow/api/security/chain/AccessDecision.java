package techflow.api.security.chain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import techflow.api.security.Client;

/**
 * Judges a request by a list of rules, in one pass. A caller that is known and asks for what no rule names is denied with the
 * truth, as nothing here (404) or as a method that is not possible (405); either way no controller is reached.
 */
final class AccessDecision implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

    private final List<AccessRule> rules;

    AccessDecision(List<AccessRule> rules) {
        this.rules = rules;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        return authentication
                .filter(Authentication::isAuthenticated)
                .<AuthorizationResult>map(
                        known -> new AuthorizationDecision(known.getPrincipal() instanceof Client client
                                && rule(request).allows(client)))
                .defaultIfEmpty(DENIED);
    }

    private AccessRule rule(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return find(request.getMethod(), path).orElseThrow(() -> {
            Set<HttpMethod> possible = methods(path);
            return possible.isEmpty()
                    ? new ResponseStatusException(HttpStatus.NOT_FOUND)
                    : new MethodNotAllowedException(request.getMethod(), possible);
        });
    }

    /** The first rule that names method and path. */
    Optional<AccessRule> find(HttpMethod method, PathContainer path) {
        for (AccessRule rule : rules) { // a plain loop: it runs for every request
            if (rule.isOf(method) && rule.isOf(path)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private Set<HttpMethod> methods(PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.isOf(path))
                .map(AccessRule::method)
                .collect(Collectors.toSet());
    }
}
