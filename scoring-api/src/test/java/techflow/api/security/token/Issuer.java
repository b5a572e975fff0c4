package techflow.api.security.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A bank's identity provider on this machine: signs tokens and shows its keys over HTTP. */
final class Issuer implements AutoCloseable {
    static final String AUDIENCE = "techflow";

    /** How the endpoint of the keys behaves. */
    enum Mood {
        WELL,
        BROKEN,
        SILENT
    }

    private final HttpServer server;
    private final java.util.concurrent.ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile ECKey key = newKey("first");
    private volatile Mood mood = Mood.WELL;

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/jwks", exchange -> {
            fetches.incrementAndGet();
            if (mood == Mood.SILENT) {
                awaitEnd();
            }
            byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(mood == Mood.WELL ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String name() {
        return "https://issuer.example";
    }

    String jwks() {
        return "http://localhost:" + server.getAddress().getPort() + "/jwks";
    }

    int fetches() {
        return fetches.get();
    }

    void is(Mood now) {
        mood = now;
    }

    /** From now on signs with another key and shows only that one. */
    void rotate(String keyId) {
        key = newKey(keyId);
    }

    /** A good token of an officer of the tenant {@code default}. */
    String token() {
        return token(claims -> claims);
    }

    /** A good token but for what is changed. */
    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, change);
    }

    /** A token that says it is of the issuer's key, signed with another. */
    String forged() {
        return signed(newKey(key.getKeyID()), claims -> claims);
    }

    /** A token under a key id that the issuer does not have. */
    String ofUnknownKey() {
        return signed(newKey("unknown"), claims -> claims);
    }

    private String signed(ECKey with, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder()
                        .issuer(name())
                        .audience(List.of(AUDIENCE, "other"))
                        .subject("loan-system")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("tenant", "default")
                        .claim("roles", List.of("techflow-officer")))
                .build();
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(with));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
