package techflow.scoring.artifact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import tools.jackson.core.JacksonException;

/** Reads artefacts, and refuses what is not byte for byte what was written. */
public final class ArtifactReader {
    private static final Pattern FORMAT = Pattern.compile("\\{\"format\":(\\d{1,9}),");
    private static final int HASH_LENGTH = 64;
    private static final int HASH_AT = ArtifactWriter.BEFORE_HASH.length();
    private static final int BODY_AT = HASH_AT + HASH_LENGTH + ArtifactWriter.AFTER_HASH.length();

    private ArtifactReader() {}

    /**
     * Reads a document. It is not verified yet: see {@link ArtifactVerifier}.
     *
     * @throws ModelFault ARTIFACT_VERSION_UNSUPPORTED for a format that this release does not know, ARTIFACT_CORRUPT when
     *     the bytes do not match their hash or do not hold an artefact
     */
    public static ModelArtifact read(byte[] bytes) {
        refuseOtherFormats(bytes);
        boolean longEnough = bytes.length > BODY_AT;
        byte[] body = longEnough ? Arrays.copyOfRange(bytes, BODY_AT, bytes.length - 1) : new byte[0];
        String hash = sha256(body);
        byte[] expected =
                (ArtifactWriter.BEFORE_HASH + hash + ArtifactWriter.AFTER_HASH).getBytes(StandardCharsets.UTF_8);
        boolean intact = longEnough
                && Arrays.equals(bytes, 0, BODY_AT, expected, 0, BODY_AT)
                && bytes[bytes.length - 1] == ArtifactWriter.END.charAt(0);
        if (!intact) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT,
                    "The artefact's bytes must match the SHA-256 in its envelope, found " + hash
                            + " over its content; fetch the file again from where it was published",
                    Parameter.safe("bytes", bytes.length),
                    Parameter.safe("contentSha256", hash));
        }
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    /** SHA-256 of all bytes, 64 hexadecimal digits: the name of an artefact's file in registries and score logs. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void refuseOtherFormats(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 24), StandardCharsets.ISO_8859_1);
        Matcher format = FORMAT.matcher(head);
        if (format.lookingAt() && !format.group(1).equals(String.valueOf(ArtifactWriter.FORMAT))) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_VERSION_UNSUPPORTED,
                    "The artefact has format " + format.group(1) + "; this release reads format "
                            + ArtifactWriter.FORMAT,
                    Parameter.safe("format", format.group(1)),
                    Parameter.safe("supported", ArtifactWriter.FORMAT));
        }
    }

    private static ModelArtifact parse(String body) {
        try {
            return ArtifactJson.read(Json.read(body));
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException
                | RecordFault e) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT, "The artefact does not hold a model: " + e.getMessage(), e);
        }
    }
}
