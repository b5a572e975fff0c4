package techflow.scoring.signing;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactReader;

/** The public keys whose signatures count. With none, every artefact passes: its own hash guards it from accidents only. */
public final class TrustedKeys {
    /** Nobody has to sign. */
    public static final TrustedKeys NONE = new TrustedKeys(Map.of());

    private final Map<String, PublicKey> keys;

    private TrustedKeys(Map<String, PublicKey> keys) {
        this.keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /** @throws RecordFault FILE_MALFORMED when a file holds no public key */
    public static TrustedKeys read(List<Path> files) {
        Map<String, PublicKey> keys = new TreeMap<>();
        for (Path file : files) {
            PublicKey key = publicKey(file);
            keys.put(Ed25519.id(key), key);
        }
        return new TrustedKeys(keys);
    }

    static PublicKey publicKey(Path file) {
        try {
            return Ed25519.publicKey(KeyFiles.text(file));
        } catch (GeneralSecurityException e) {
            throw KeyFiles.noKey(file, "public", e);
        }
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * Passes an artefact that bears a good signature of a trusted key; any artefact when no key is trusted.
     *
     * @throws ModelFault SIGNATURE_INVALID when it is unsigned, signed by others only, or a trusted key's signature does
     *     not belong to these bytes: one wrong signature of a trusted key refuses it, whatever else is there
     */
    public void require(byte[] artifact, List<ArtifactSignature> signatures) {
        if (keys.isEmpty()) {
            return;
        }
        List<ArtifactSignature> trusted = signatures.stream()
                .filter(signature -> keys.containsKey(signature.keyId()))
                .toList();
        for (ArtifactSignature signature : trusted) {
            if (!Ed25519.verifies(Objects.requireNonNull(keys.get(signature.keyId())), artifact, signature.bytes())) {
                throw fault(
                        artifact,
                        "bears a signature of the trusted key " + signature.shortKeyId()
                                + " that does not belong to its bytes: the artefact or the signature was changed;"
                                + " fetch both again from where they were published");
            }
        }
        if (trusted.isEmpty()) {
            throw fault(artifact, signatures.isEmpty() ? unsigned() : foreign(signatures));
        }
    }

    /**
     * As {@link #require}, for a file with the bytes of one signature beside it, which does not tell its key.
     *
     * @throws ModelFault SIGNATURE_INVALID when there is none, or it is no trusted key's under these bytes
     */
    public void requireDetached(byte[] artifact, Optional<byte[]> signature) {
        if (keys.isEmpty()) {
            return;
        }
        if (signature.isEmpty()) {
            throw fault(artifact, unsigned());
        }
        byte[] signed = signature.get();
        if (keys.values().stream().noneMatch(key -> Ed25519.verifies(key, artifact, signed))) {
            throw fault(
                    artifact,
                    "has a signature beside it that no trusted key (" + names(List.copyOf(keys.keySet()))
                            + ") made under these bytes: the artefact or the signature was changed, or another key signed");
        }
    }

    private String unsigned() {
        return "must be signed by a trusted key (" + names(List.copyOf(keys.keySet()))
                + "), found no signature; sign it with ./techflow models sign";
    }

    private String foreign(List<ArtifactSignature> signatures) {
        return "must be signed by a trusted key ("
                + names(List.copyOf(keys.keySet()))
                + "), found signatures of "
                + names(signatures.stream().map(ArtifactSignature::keyId).toList())
                + " only; have it signed by a trusted key, or trust that one";
    }

    private static String names(List<String> ids) {
        return ids.stream().map(id -> id.substring(0, 12)).collect(Collectors.joining(", "));
    }

    private static ModelFault fault(byte[] artifact, String what) {
        String sha256 = ArtifactReader.sha256(artifact);
        return new ModelFault(
                ProblemCode.SIGNATURE_INVALID,
                "Artefact " + sha256.substring(0, 12) + " " + what,
                Parameter.safe("sha256", sha256));
    }
}
