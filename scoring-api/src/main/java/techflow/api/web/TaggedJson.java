package techflow.api.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import techflow.api.answer.AnswerJson;
import tools.jackson.databind.json.JsonMapper;

/** An answer with the strong entity tag of its bytes, so that a caller who has it is told 304. */
final class TaggedJson {
    private TaggedJson() {}

    static ResponseEntity<byte[]> of(Object answer, JsonMapper mapper) {
        String json = mapper.writeValueAsString(answer);
        return ResponseEntity.ok()
                .eTag(AnswerJson.entityTag(json))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.getBytes(StandardCharsets.UTF_8));
    }
}
