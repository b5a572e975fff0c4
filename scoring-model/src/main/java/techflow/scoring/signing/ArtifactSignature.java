package techflow.scoring.signing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Somebody's signature under the bytes of an artefact.
 *
 * @param keyId of the key that signed, 64 hexadecimal digits
 * @param signature Ed25519 signature, 128 hexadecimal digits
 * @param signedBy who signed, for people; only the key proves it
 * @param signedAt when, to the microsecond, likewise
 */
public record ArtifactSignature(String keyId, String signature, String signedBy, Instant signedAt) {
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

    public ArtifactSignature {
        signedAt = signedAt.truncatedTo(ChronoUnit.MICROS);
        if (!KEY_ID.matcher(keyId).matches() || !SIGNATURE.matcher(signature).matches()) {
            throw new IllegalArgumentException(
                    "a signature needs a key id of 64 and a value of 128 hexadecimal digits, found \"" + keyId
                            + "\" and \"" + signature + "\"");
        }
    }

    /** The 64 bytes of the signature. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(signature);
    }

    /** The first digits of the key id, as messages and lists show it. */
    public String shortKeyId() {
        return keyId.substring(0, 12);
    }
}
