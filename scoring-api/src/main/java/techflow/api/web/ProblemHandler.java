package techflow.api.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.TechflowException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where every fault ends, whoever raised it: controller, security, routing or codec. */
@Component
@Order(-2)
final class ProblemHandler implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{8})[0-9A-Z]{6}([0-9A-Z]{4})");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String RETRY_SECONDS = "2";
    /** A fault that bears it says itself when to come again. */
    private static final String RETRY_AFTER_PARAMETER = "retryAfterSeconds";

    private final JsonMapper mapper;
    private final ProblemPage page;

    ProblemHandler(JsonMapper mapper, ProblemPage page) {
        this.mapper = mapper;
        this.page = page;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(fault);
        }
        Problem problem = ProblemFactory.of(fault, exchange);
        log(problem, exchange, fault);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        headers(response.getHeaders(), problem, fault);
        boolean html = wantsPage(exchange.getRequest());
        response.getHeaders().setContentType(html ? HTML : MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = html
                ? page.html(problem, exchange).getBytes(StandardCharsets.UTF_8)
                : json(problem, exchange.getRequest());
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** The inference protocol has a member of its own for the message; other members do not disturb its clients. */
    private byte[] json(Problem problem, ServerHttpRequest request) {
        ObjectNode json = mapper.valueToTree(problem);
        if (request.getPath().value().startsWith("/v2")) {
            json.put("error", problem.detail());
        }
        return mapper.writeValueAsBytes(json);
    }

    private static void headers(HttpHeaders headers, Problem problem, Throwable fault) {
        if (fault instanceof ResponseStatusException http) {
            headers.putAll(http.getHeaders());
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"techflow\"");
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                || problem.code().equals(ProblemCode.IDEMPOTENCY_KEY_IN_USE.name())) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (fault instanceof TechflowException named) {
            named.parameters().stream()
                    .filter(parameter -> parameter.name().equals(RETRY_AFTER_PARAMETER))
                    .forEach(parameter -> headers.set(HttpHeaders.RETRY_AFTER, parameter.value()));
        }
        headers.setCacheControl("no-store");
    }

    private static void log(Problem problem, ServerWebExchange exchange, Throwable fault) {
        String path = CODE.matcher(problem.instance()).replaceAll("$1******$2");
        String line = "%s %s %s %s errorId=%s requestId=%s traceId=%s"
                .formatted(
                        problem.status(),
                        problem.code(),
                        exchange.getRequest().getMethod(),
                        path,
                        problem.errorId(),
                        problem.requestId(),
                        Traces.idOf(exchange));
        if (problem.status() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.info(line);
        } else if (fault instanceof PlatformFault) {
            LOG.warn("{}: {}: {}", line, fault.getMessage(), String.valueOf(fault.getCause()));
        } else {
            LOG.error(line, fault);
        }
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        String path = request.getPath().value();
        boolean machine = path.startsWith("/v1")
                || path.startsWith("/v2")
                || path.startsWith("/v3")
                || path.startsWith("/actuator");
        return !machine
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
