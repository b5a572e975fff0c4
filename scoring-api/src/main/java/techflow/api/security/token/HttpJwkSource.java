package techflow.api.security.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The key set at the issuer's address. Does not wait longer than the timeout, and does not read endlessly. */
public final class HttpJwkSource implements JwkSource {
    private static final int MOST_BYTES = 256 * 1024;

    private final WebClient client;
    private final URI address;
    private final Duration timeout;

    public HttpJwkSource(URI address, Duration timeout) {
        this.client = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public Mono<JWKSet> fetch() {
        return client.get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .timeout(timeout)
                .<JWKSet>handle((text, sink) -> {
                    try {
                        sink.next(JWKSet.parse(text));
                    } catch (ParseException e) {
                        sink.error(e);
                    }
                })
                .switchIfEmpty(Mono.error(() -> new ParseException("the key set is empty", 0)));
    }
}
