package techflow.api.web;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import techflow.api.answer.AnswerJson;

/**
 * Answers that a caller may keep for itself and must ask about again: a strong entity tag over the bytes, so that
 * {@code If-None-Match} is answered with 304 and no body. No shared cache may hold them: they are about somebody.
 */
final class Cached {
    private Cached() {}

    static ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder builder, byte[] json) {
        return builder.eTag(AnswerJson.entityTag(json))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }
}
