package techflow.api.web;

import org.springframework.web.server.ServerWebExchange;

/** Shows a problem to a person. */
@FunctionalInterface
public interface ProblemPage {
    /** The whole page. */
    String html(Problem problem, ServerWebExchange exchange);
}
