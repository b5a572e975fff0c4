package techflow.scoring.registry;

import java.time.Instant;
import java.util.List;
import techflow.scoring.signing.ArtifactSignature;
import techflow.scoring.signing.TrustedKeys;

/**
 * A registry that hands out, promotes and rolls back to nothing but what a trusted key has signed. Everything else, such as
 * publishing and signing, is the inner registry's. Each method may also throw {@link techflow.problem.ModelFault}
 * SIGNATURE_INVALID.
 */
public final class TrustedModelRegistry implements ModelRegistry {
    private final ModelRegistry inner;
    private final TrustedKeys keys;

    /** @param keys with none, the inner registry answers as it is */
    public TrustedModelRegistry(ModelRegistry inner, TrustedKeys keys) {
        this.inner = inner;
        this.keys = keys;
    }

    @Override
    public byte[] read(String sha256) {
        byte[] bytes = inner.read(sha256);
        keys.require(bytes, inner.signatures(sha256));
        return bytes;
    }

    @Override
    public ModelEvent promote(ModelAlias alias, String sha256, Change change) {
        requireTrusted(sha256);
        return inner.promote(alias, sha256, change);
    }

    @Override
    public ModelEvent rollback(ModelAlias alias, Change change) {
        if (!keys.isEmpty()) {
            requireTrusted(inner.history().rollback(alias, change).sha256());
        }
        return inner.rollback(alias, change);
    }

    @Override
    public RegisteredModel publish(byte[] artifact, String publishedBy, Instant at) {
        return inner.publish(artifact, publishedBy, at);
    }

    @Override
    public void sign(String sha256, ArtifactSignature signature) {
        inner.sign(sha256, signature);
    }

    @Override
    public List<ArtifactSignature> signatures(String sha256) {
        return inner.signatures(sha256);
    }

    @Override
    public List<RegisteredModel> list() {
        return inner.list();
    }

    @Override
    public Ledger history() {
        return inner.history();
    }

    private void requireTrusted(String sha256) {
        if (!keys.isEmpty()) {
            read(sha256);
        }
    }
}
