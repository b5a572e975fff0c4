package techflow.api.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answer as canonical JSON: members in declared order, numbers exact, equal answers give equal bytes. */
public final class AnswerJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AnswerJson() {}

    public static String write(ScoreAnswer answer) {
        return MAPPER.writeValueAsString(answer);
    }

    public static ScoreAnswer read(String json) {
        return MAPPER.readValue(json, ScoreAnswer.class);
    }

    /** The status alone: reads no further than it stands. */
    public static ScoreAnswer.Status status(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (name.equals("status")) {
                    return ScoreAnswer.Status.valueOf(String.valueOf(parser.nextStringValue()));
                }
                parser.nextToken();
                parser.skipChildren();
            }
            throw new IllegalArgumentException("an answer must have a status");
        }
    }

    /** Strong entity tag of an answer: a quoted SHA-256 of its UTF-8 bytes. */
    public static String entityTag(String json) {
        return entityTag(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of the bytes themselves. */
    public static String entityTag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(digest) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
