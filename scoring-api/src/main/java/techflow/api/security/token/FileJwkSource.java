package techflow.api.security.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A key set in a file that somebody else renews: for networks in which the service cannot reach the issuer. */
public final class FileJwkSource implements JwkSource {
    private final Path file;

    public FileJwkSource(Path file) {
        this.file = file;
    }

    @Override
    public Mono<JWKSet> fetch() {
        return Mono.fromCallable(() -> JWKSet.load(file.toFile())).subscribeOn(Schedulers.boundedElastic());
    }
}
