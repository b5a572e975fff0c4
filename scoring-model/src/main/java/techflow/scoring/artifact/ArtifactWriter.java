package techflow.scoring.artifact;

import java.nio.charset.StandardCharsets;

/** Writes artefacts in the newest format. The same artefact gives the same bytes. */
public final class ArtifactWriter {
    static final int FORMAT = 2;
    static final String AFTER_HASH = "\",\"artifact\":";
    static final String END = "}";

    private ArtifactWriter() {}

    static String beforeHash(String format) {
        return "{\"format\":" + format + ",\"sha256\":\"";
    }

    /** The document in UTF-8. */
    public static byte[] write(ModelArtifact artifact) {
        String body = Json.write(ArtifactJson.write(artifact));
        String hash = ArtifactReader.sha256(body.getBytes(StandardCharsets.UTF_8));
        return (beforeHash(String.valueOf(FORMAT)) + hash + AFTER_HASH + body + END).getBytes(StandardCharsets.UTF_8);
    }
}
