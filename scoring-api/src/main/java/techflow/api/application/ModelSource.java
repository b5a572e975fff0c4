package techflow.api.application;

import reactor.core.publisher.Mono;

/** Where served models come from: the read side of the model registry. */
public interface ModelSource {
    /** SHA-256 of the artefact that bears the alias now, empty when none does. */
    Mono<String> bearer(String alias);

    /** The artefact's bytes as stored; fails with MODEL_UNKNOWN when there are none. */
    Mono<byte[]> artifact(String sha256);
}
