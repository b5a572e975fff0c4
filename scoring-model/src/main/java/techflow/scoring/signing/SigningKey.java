package techflow.scoring.signing;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HexFormat;
import techflow.problem.RecordFault;

/** A private key, with its public half beside it to name it by. */
public final class SigningKey {
    private final PrivateKey key;
    private final String keyId;

    private SigningKey(PrivateKey key, String keyId) {
        this.key = key;
        this.keyId = keyId;
    }

    /**
     * Reads a private key; its public half stands beside it as {@code NAME.public.pem} for {@code NAME.private.pem}.
     *
     * @throws RecordFault FILE_MALFORMED when either cannot be read or the two are no pair
     */
    public static SigningKey read(Path file) {
        Path other = file.resolveSibling(
                file.getFileName().toString().replaceFirst("(\\.private)?\\.pem$", "") + ".public.pem");
        PublicKey publicKey = TrustedKeys.publicKey(other);
        try {
            PrivateKey privateKey = Ed25519.privateKey(KeyFiles.text(file));
            byte[] probe = {1, 2, 3};
            if (!Ed25519.verifies(publicKey, probe, Ed25519.sign(privateKey, probe))) {
                throw new GeneralSecurityException("it is not the other half of " + other);
            }
            return new SigningKey(privateKey, Ed25519.id(publicKey));
        } catch (GeneralSecurityException e) {
            throw KeyFiles.noKey(file, "private", e);
        }
    }

    public String keyId() {
        return keyId;
    }

    /** Signs the bytes of an artefact. The same key and bytes give the same signature. */
    public ArtifactSignature sign(byte[] artifact, String signedBy, Instant at) {
        try {
            return new ArtifactSignature(keyId, HexFormat.of().formatHex(Ed25519.sign(key, artifact)), signedBy, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was tried signs", e);
        }
    }
}
