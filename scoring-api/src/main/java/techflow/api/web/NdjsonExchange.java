package techflow.api.web;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Newline-delimited JSON in and out of an exchange, piece by piece. */
final class NdjsonExchange {
    private NdjsonExchange() {}

    /** The body as it comes; a piece is read only when it is asked for. */
    static Flux<byte[]> body(ServerWebExchange exchange) {
        return exchange.getRequest().getBody().map(NdjsonExchange::bytes);
    }

    /** A body that must be had in one piece; fails with 413 when it is longer than allowed. */
    static Mono<byte[]> whole(Flux<byte[]> pieces, int most) {
        return pieces.reduceWith(ByteArrayOutputStream::new, (bytes, piece) -> {
                    if (bytes.size() + piece.length > most) {
                        throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
                    }
                    bytes.writeBytes(piece);
                    return bytes;
                })
                .map(ByteArrayOutputStream::toByteArray);
    }

    /** Sends every line when it is there and asks for the next one when it has left. */
    static Mono<Void> send(ServerWebExchange exchange, Flux<byte[]> lines) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        response.getHeaders().setCacheControl("no-store");
        return response.writeAndFlushWith(
                lines.map(line -> Mono.just(response.bufferFactory().wrap(line))));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
