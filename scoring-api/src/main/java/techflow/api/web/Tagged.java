package techflow.api.web;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import techflow.api.answer.AnswerJson;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that a caller may keep for itself and must ask about again: a strong entity tag over the very bytes that are sent,
 * so that {@code If-None-Match} is answered with 304 and no body. No shared cache may hold them: they are about somebody.
 */
final class Tagged {
    private final JsonMapper mapper;

    Tagged(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** An answer of bytes as they are. */
    static ResponseEntity<byte[]> bytes(ResponseEntity.BodyBuilder builder, byte[] json) {
        return builder.eTag(AnswerJson.entityTag(json))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }

    ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder builder, Object resource) {
        return bytes(builder, mapper.writeValueAsBytes(resource));
    }

    /** With status 200. */
    ResponseEntity<byte[]> ok(Object resource) {
        return answer(ResponseEntity.ok(), resource);
    }

    /** @throws RecordFault PRECONDITION_FAILED when If-Match is sent and names another state of the resource */
    void requireMatch(ServerWebExchange exchange, Object resource) {
        List<String> asked = exchange.getRequest().getHeaders().getIfMatch();
        String tag = AnswerJson.entityTag(mapper.writeValueAsBytes(resource));
        if (!asked.isEmpty() && !asked.contains("*") && !asked.contains(tag)) {
            throw new RecordFault(
                    ProblemCode.PRECONDITION_FAILED,
                    "The resource has changed since; read it again and decide anew with its new ETag");
        }
    }
}
