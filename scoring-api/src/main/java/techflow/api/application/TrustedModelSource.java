package techflow.api.application;

import java.util.List;
import reactor.core.publisher.Mono;
import techflow.scoring.signing.ArtifactSignature;
import techflow.scoring.signing.TrustedKeys;

/** Hands out only artefacts that a trusted key has signed; others fail with SIGNATURE_INVALID and never answer. */
public final class TrustedModelSource implements ModelSource {
    private final ModelSource inner;
    private final TrustedKeys keys;

    /** @param keys with none, every artefact passes */
    public TrustedModelSource(ModelSource inner, TrustedKeys keys) {
        this.inner = inner;
        this.keys = keys;
    }

    @Override
    public Mono<String> bearer(String alias) {
        return inner.bearer(alias);
    }

    @Override
    public Mono<byte[]> artifact(String sha256) {
        return inner.artifact(sha256)
                .zipWith(signatures(sha256))
                .doOnNext(found -> keys.require(found.getT1(), found.getT2()))
                .map(found -> found.getT1());
    }

    @Override
    public Mono<List<ArtifactSignature>> signatures(String sha256) {
        return inner.signatures(sha256);
    }
}
