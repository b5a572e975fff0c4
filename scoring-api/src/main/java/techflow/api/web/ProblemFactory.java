package techflow.api.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
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

    /** Where a fault came up: what was asked, and under which request id. */
    record Origin(String method, String path, String requestId) {
        static Origin of(ServerWebExchange exchange) {
            ServerHttpRequest request = exchange.getRequest();
            return new Origin(request.getMethod().name(), request.getPath().value(), RequestIds.of(exchange));
        }
    }

    static Problem of(Throwable fault, ServerWebExchange exchange) {
        return of(fault, Origin.of(exchange));
    }

    static Problem of(Throwable fault, Origin origin) {
        return switch (fault) {
            case TechflowException named -> named(named, origin);
            case AuthenticationException unknown ->
                http(
                        HttpStatus.UNAUTHORIZED,
                        "UNAUTHENTICATED",
                        "Send a valid access key in the header X-API-Key, or as Authorization: Bearer",
                        origin);
            case AccessDeniedException denied ->
                http(HttpStatus.FORBIDDEN, "FORBIDDEN", "This is not open to this caller", origin);
            case ResponseStatusException http -> http(http, origin);
            default -> named(ProblemCode.INTERNAL, ProblemStatus.detail(ProblemCode.INTERNAL), List.of(), origin);
        };
    }

    /** A caller reads the message of a fault of its own request, and a fixed text about any other. */
    private static Problem named(TechflowException fault, Origin origin) {
        ProblemCode code = fault.code();
        boolean callersOwn = ProblemStatus.of(code).is4xxClientError();
        return switch (fault) {
            case RecordFault row ->
                callersOwn
                        ? named(code, String.valueOf(row.getMessage()), row.violations(), origin)
                        : named(code, ProblemStatus.detail(code), List.of(), origin);
            case ModelFault model -> named(code, ProblemStatus.detail(code), List.of(), origin);
            case PlatformFault platform -> named(code, ProblemStatus.detail(code), List.of(), origin);
        };
    }

    private static Problem named(ProblemCode code, String detail, List<Violation> errors, Origin origin) {
        return problem(ProblemStatus.of(code), code.name(), detail, errors, origin);
    }

    private static Problem http(ResponseStatusException fault, Origin origin) {
        HttpStatus status = HttpStatus.valueOf(fault.getStatusCode().value());
        String method = origin.method();
        String detail = switch (status) {
            case NOT_FOUND -> "Nothing is here";
            case METHOD_NOT_ALLOWED -> method + " is not possible here; see the header Allow";
            case NOT_ACCEPTABLE -> "Answers are application/json";
            case UNSUPPORTED_MEDIA_TYPE -> "Send Content-Type: application/json";
            case CONTENT_TOO_LARGE -> "The body is too large";
            default ->
                status.is4xxClientError() ? "The request cannot be read" : ProblemStatus.detail(ProblemCode.INTERNAL);
        };
        return http(status, status.is5xxServerError() ? ProblemCode.INTERNAL.name() : status.name(), detail, origin);
    }

    private static Problem http(HttpStatus status, String code, String detail, Origin origin) {
        return problem(status, code, detail, List.of(), origin);
    }

    private static Problem problem(
            HttpStatus status, String code, String detail, List<Violation> errors, Origin origin) {
        return new Problem(
                "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                status.getReasonPhrase(),
                status.value(),
                detail,
                origin.path(),
                code,
                origin.requestId(),
                UUID.randomUUID().toString(),
                errors);
    }
}
