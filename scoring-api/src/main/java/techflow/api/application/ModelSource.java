package techflow.api.application;

import java.util.List;
import reactor.core.publisher.Mono;
import techflow.scoring.signing.ArtifactSignature;

/** Where served models come from: the read side of the model registry. */
public interface ModelSource {
    /** SHA-256 of the artefact that bears the alias now, empty when none does. */
    Mono<String> bearer(String alias);

    /** The artefact's bytes as stored; fails with MODEL_UNKNOWN when there are none. */
    Mono<byte[]> artifact(String sha256);

    /** The signatures beside the artefact, oldest first; none when nobody signed it. */
    Mono<List<ArtifactSignature>> signatures(String sha256);
}
