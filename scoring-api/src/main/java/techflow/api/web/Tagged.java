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

/** Resources with a strong entity tag over the very bytes that are sent. */
final class Tagged {
    private final JsonMapper mapper;

    Tagged(JsonMapper mapper) {
        this.mapper = mapper;
    }

    ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder builder, Object resource) {
        byte[] body = mapper.writeValueAsBytes(resource);
        return builder.eTag(AnswerJson.entityTag(body))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
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
