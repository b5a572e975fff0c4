package techflow.api.security.chain;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a request carries its credential, and from where it comes. */
final class Presented {
    static final String HEADER = "X-API-Key";
    static final String FORM_FIELD = "accessKey";

    private static final String BEARER = "Bearer ";
    /** Tokens with many claims have some kilobytes; the server refuses longer headers anyway. */
    private static final int LONGEST = 8_000;

    private static final int NETWORK_BYTES = 8;

    private Presented() {}

    /** From the header {@value HEADER}, or a bearer token. */
    static Mono<Authentication> fromHeader(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Optional<String> credential = Optional.ofNullable(headers.getFirst(HEADER))
                .or(() -> Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value -> value.substring(BEARER.length())));
        return presented(credential, exchange);
    }

    /** From the login form; an empty field is a key that nobody has. */
    static Mono<Authentication> fromForm(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form ->
                        presented(Optional.ofNullable(form.getFirst(FORM_FIELD)).or(() -> Optional.of("")), exchange));
    }

    private static Mono<Authentication> presented(Optional<String> credential, ServerWebExchange exchange) {
        return Mono.justOrEmpty(credential
                .map(String::strip)
                .map(text -> text.length() > LONGEST ? "" : text)
                .map(text -> {
                    var token = UsernamePasswordAuthenticationToken.unauthenticated("", text);
                    token.setDetails(address(exchange.getRequest().getRemoteAddress()));
                    return token;
                }));
    }

    /** The address whose failures are counted: for IPv6 its network of 64 bits, of which one host may use every address. */
    static String address(@org.jspecify.annotations.Nullable InetSocketAddress remote) {
        InetAddress address = remote == null ? null : remote.getAddress();
        if (address instanceof Inet6Address) {
            return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES));
        }
        return address == null ? "unknown" : address.getHostAddress();
    }
}
