package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.api.testing.RunningService;

/** TLS with certificates of both sides, as a bank's gateway asks for it: settings of the server, and nothing else. */
class TlsApiTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    @Test
    void only_a_client_with_a_trusted_certificate_is_heard_and_then_still_needs_its_key() throws Exception {
        Path server = pair("server");
        Path bank = pair("bank");
        Path stranger = pair("stranger");
        Path trusted = trust("bank", bank);
        Path servers = trust("server", server);
        try (RunningService service = RunningService.withoutModel(
                "server.ssl.key-store=" + server,
                "server.ssl.key-store-password=" + PASSWORD,
                "server.ssl.trust-store=" + trusted,
                "server.ssl.trust-store-password=" + PASSWORD,
                "server.ssl.client-auth=need")) {
            HttpResponse<String> known = ask(service, context(bank, servers), RunningService.KEY);
            assertThat(known.statusCode()).isEqualTo(404);
            assertThat(known.headers().firstValue("Strict-Transport-Security"))
                    .get()
                    .asString()
                    .contains("max-age=31536000");
            assertThat(ask(service, context(bank, servers), "tf_wrong").statusCode())
                    .isEqualTo(401);
            assertThatThrownBy(() -> ask(service, context(stranger, servers), RunningService.KEY))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(service, anonymous(servers), RunningService.KEY))
                    .isInstanceOf(IOException.class);
        }
    }

    private static HttpResponse<String> ask(RunningService service, SSLContext context, String key)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + service.port() + "/v1/scores/none"))
                            .header("X-API-Key", key)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static SSLContext context(Path own, Path trusted) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(own), PASSWORD.toCharArray());
        return context(keys.getKeyManagers(), trusted);
    }

    private static SSLContext anonymous(Path trusted) throws GeneralSecurityException, IOException {
        return context(new javax.net.ssl.KeyManager[0], trusted);
    }

    private static SSLContext context(javax.net.ssl.KeyManager[] keys, Path trusted)
            throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(trusted));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static Path pair(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-keystore",
                file.toString());
        return file;
    }

    private static Path trust(String name, Path of) throws IOException, InterruptedException {
        Path certificate = folder.resolve(name + ".crt");
        Path file = folder.resolve("trusts-" + name + ".p12");
        keytool("-exportcert", "-alias", name, "-file", certificate.toString(), "-keystore", of.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                certificate.toString(),
                "-keystore",
                file.toString());
        return file;
    }

    private static void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }
}
