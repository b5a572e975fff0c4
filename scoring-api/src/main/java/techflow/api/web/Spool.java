package techflow.api.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lays a body down in a file of its own while it comes, so that memory stays flat, and removes it afterwards. */
final class Spool {
    private final Scheduler files;
    private final long most;

    /** A body that lies in a file. */
    record Laid(Path file, String sha256, long bytes) {}

    /** @param most bytes of a body; a longer one is refused with 413 */
    Spool(Scheduler files, long most) {
        this.files = files;
        this.most = most;
    }

    <T> Mono<T> with(Flux<byte[]> body, Function<Laid, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.fromCallable(() -> Files.createTempFile("techflow-signals-", ".csv"))
                        .subscribeOn(files),
                file -> laid(body, file).flatMap(work),
                file -> Mono.fromCallable(() -> remove(file)).subscribeOn(files));
    }

    private Mono<Laid> laid(Flux<byte[]> body, Path file) {
        MessageDigest digest = sha256();
        long[] bytes = {0};
        var buffers = DefaultDataBufferFactory.sharedInstance;
        var pieces = body.map(piece -> {
            digest.update(piece);
            bytes[0] += piece.length;
            if (bytes[0] > most) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
            }
            return (org.springframework.core.io.buffer.DataBuffer) buffers.wrap(piece);
        });
        return DataBufferUtils.write(pieces, file)
                .then(Mono.fromSupplier(() -> new Laid(file, HexFormat.of().formatHex(digest.digest()), bytes[0])));
    }

    private static boolean remove(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
