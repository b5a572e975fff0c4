package techflow.scoring.artifact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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

    /** Format 1 holds scorecards without reference samples; all else is alike, so one reader reads both. */
    private static final List<String> FORMATS = List.of("1", String.valueOf(ArtifactWriter.FORMAT));

    private static final String NEWEST = FORMATS.getLast();
    private static final int HASH_LENGTH = 64;
    private static final int HASH_AT = ArtifactWriter.beforeHash(NEWEST).length();
    private static final int BODY_AT = HASH_AT + HASH_LENGTH + ArtifactWriter.AFTER_HASH.length();

    private ArtifactReader() {}

    /**
     * Reads a document. It is not verified yet: see {@link ArtifactVerifier}.
     *
     * @throws ModelFault ARTIFACT_VERSION_UNSUPPORTED for a format that this release does not know, ARTIFACT_CORRUPT when
     *     the bytes do not match their hash or do not hold an artefact
     */
    public static ModelArtifact read(byte[] bytes) {
        String format = format(bytes);
        boolean longEnough = bytes.length > BODY_AT;
        byte[] body = longEnough ? Arrays.copyOfRange(bytes, BODY_AT, bytes.length - 1) : new byte[0];
        String hash = sha256(body);
        byte[] expected =
                (ArtifactWriter.beforeHash(format) + hash + ArtifactWriter.AFTER_HASH).getBytes(StandardCharsets.UTF_8);
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

    /** The format that the envelope names; the newest when it names none, which the hash then refuses. */
    private static String format(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 24), StandardCharsets.ISO_8859_1);
        Matcher matcher = FORMAT.matcher(head);
        String format = matcher.lookingAt() ? matcher.group(1) : NEWEST;
        if (!FORMATS.contains(format)) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_VERSION_UNSUPPORTED,
                    "The artefact has format " + format + "; this release reads formats " + FORMATS,
                    Parameter.safe("format", format),
                    Parameter.safe("supported", FORMATS));
        }
        return format;
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
