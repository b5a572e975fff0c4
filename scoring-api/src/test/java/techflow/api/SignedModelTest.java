package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.api.testing.RunningService;
import techflow.api.testing.TestModels;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.postgres.PostgresModelRegistry;
import techflow.scoring.signing.KeyFiles;
import techflow.scoring.signing.SigningKey;

/** A service that trusts one key answers by nothing that this key has not signed. */
class SignedModelTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void an_unsigned_and_a_foreign_champion_are_refused_and_a_signed_one_answers() {
        KeyFiles ours = KeyFiles.create(folder.resolve("ours"));
        KeyFiles foreign = KeyFiles.create(folder.resolve("foreign"));
        try (RunningService service =
                RunningService.withoutModel("techflow.signing.trusted-keys=" + ours.publicKey())) {
            promote(service, "1.0");
            service.await("refused", () -> metrics(service).contains("code=\"SIGNATURE_INVALID\"} 1.0"));
            assertThat(service.isReady()).isFalse();

            sign(service, publish(service, "2.0"), foreign);
            promote(service, "2.0");
            service.await("refused", () -> metrics(service).contains("code=\"SIGNATURE_INVALID\"} 2.0"));

            sign(service, publish(service, "3.0"), ours);
            promote(service, "3.0");
            service.await("ready", service::isReady);
        }
    }

    private static ModelRegistry registry(RunningService service) {
        return new PostgresModelRegistry(service.database().dataSource());
    }

    private static byte[] publish(RunningService service, String version) {
        byte[] artifact = TestModels.artifact(version, 3);
        registry(service).publish(artifact, "test", NOW);
        return artifact;
    }

    private static void sign(RunningService service, byte[] artifact, KeyFiles keys) {
        registry(service)
                .sign(
                        ArtifactReader.sha256(artifact),
                        SigningKey.read(keys.privateKey()).sign(artifact, "test", NOW));
    }

    private static void promote(RunningService service, String version) {
        byte[] artifact = publish(service, version);
        registry(service)
                .promote(ModelAlias.CHAMPION, ArtifactReader.sha256(artifact), new Change("test", "for a test", NOW));
    }

    private static String metrics(RunningService service) {
        return String.valueOf(service.anonymous()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
