package techflow.api.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import techflow.problem.ModelFault;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.TechflowException;
import techflow.problem.Violation;

/** Decides what a fault looks like from outside. Internals stay inside. */
final class ProblemFactory {
    private ProblemFactory() {}

    static Problem of(Throwable fault, ServerWebExchange exchange) {
        return switch (fault) {
            case TechflowException named -> named(named, exchange);
            case AuthenticationException unknown ->
                http(
                        HttpStatus.UNAUTHORIZED,
                        "UNAUTHENTICATED",
                        "Send a valid access key in the header X-API-Key, or as Authorization: Bearer",
                        exchange);
            case AccessDeniedException denied ->
                http(HttpStatus.FORBIDDEN, "FORBIDDEN", "This is not open to this caller", exchange);
            case ResponseStatusException http -> http(http, exchange);
            default -> named(ProblemCode.INTERNAL, ProblemStatus.detail(ProblemCode.INTERNAL), List.of(), exchange);
        };
    }

    /** A caller reads the message of a fault of its own request, and a fixed text about any other. */
    private static Problem named(TechflowException fault, ServerWebExchange exchange) {
        ProblemCode code = fault.code();
        boolean callersOwn = ProblemStatus.of(code).is4xxClientError();
        return switch (fault) {
            case RecordFault row ->
                callersOwn
                        ? named(code, String.valueOf(row.getMessage()), row.violations(), exchange)
                        : named(code, ProblemStatus.detail(code), List.of(), exchange);
            case ModelFault model -> named(code, ProblemStatus.detail(code), List.of(), exchange);
            case PlatformFault platform -> named(code, ProblemStatus.detail(code), List.of(), exchange);
        };
    }

    private static Problem named(ProblemCode code, String detail, List<Violation> errors, ServerWebExchange exchange) {
        return problem(ProblemStatus.of(code), code.name(), detail, errors, exchange);
    }

    private static Problem http(ResponseStatusException fault, ServerWebExchange exchange) {
        HttpStatus status = HttpStatus.valueOf(fault.getStatusCode().value());
        String method = exchange.getRequest().getMethod().name();
        String detail = switch (status) {
            case NOT_FOUND -> "Nothing is here";
            case METHOD_NOT_ALLOWED -> method + " is not possible here; see the header Allow";
            case NOT_ACCEPTABLE -> "Answers are application/json";
            case UNSUPPORTED_MEDIA_TYPE -> "Send Content-Type: application/json";
            case CONTENT_TOO_LARGE -> "The body is too large";
            default ->
                status.is4xxClientError() ? "The request cannot be read" : ProblemStatus.detail(ProblemCode.INTERNAL);
        };
        return http(status, status.is5xxServerError() ? ProblemCode.INTERNAL.name() : status.name(), detail, exchange);
    }

    private static Problem http(HttpStatus status, String code, String detail, ServerWebExchange exchange) {
        return problem(status, code, detail, List.of(), exchange);
    }

    private static Problem problem(
            HttpStatus status, String code, String detail, List<Violation> errors, ServerWebExchange exchange) {
        return new Problem(
                "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                status.getReasonPhrase(),
                status.value(),
                detail,
                exchange.getRequest().getPath().value(),
                code,
                RequestIds.of(exchange),
                UUID.randomUUID().toString(),
                errors);
    }
}
