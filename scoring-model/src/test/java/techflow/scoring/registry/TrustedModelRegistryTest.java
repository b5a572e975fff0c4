package techflow.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.registry.file.FileModelRegistry;
import techflow.scoring.signing.KeyFiles;
import techflow.scoring.signing.SigningKey;
import techflow.scoring.signing.TrustedKeys;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TestArtifacts;

class TrustedModelRegistryTest {
    private static final ModelArtifact TRAINED =
            new SmallWorld(11, 4_000).train("1").artifact();
    private static final byte[] ONE = ArtifactWriter.write(TRAINED);
    private static final byte[] TWO = TestArtifacts.version(TRAINED, "2", "test");
    private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    private ModelRegistry plain = new FileModelRegistry(Path.of("unset"));
    private ModelRegistry trusted = plain;
    private KeyFiles keys = new KeyFiles(Path.of("unset"), Path.of("unset"), "");

    @BeforeEach
    void open() {
        plain = new FileModelRegistry(folder.resolve("registry"));
        keys = KeyFiles.create(folder.resolve("keys"));
        trusted = new TrustedModelRegistry(plain, TrustedKeys.read(List.of(keys.publicKey())));
    }

    @Test
    void an_unsigned_model_is_neither_read_nor_promoted_until_it_is_signed() {
        String one = trusted.publish(ONE, "job", T0).sha256();
        assertInvalid(() -> trusted.read(one));
        assertInvalid(() -> trusted.promote(ModelAlias.CHAMPION, one, change(1)));
        sign(one, ONE);
        assertThat(trusted.read(one)).isEqualTo(ONE);
        trusted.promote(ModelAlias.CHAMPION, one, change(1));
        assertThat(trusted.bearer(ModelAlias.CHAMPION)).contains(one);
    }

    @Test
    void nothing_is_rolled_back_to_an_unsigned_model() {
        String one = plain.publish(ONE, "job", T0).sha256();
        String two = plain.publish(TWO, "job", T0).sha256();
        plain.promote(ModelAlias.CHAMPION, one, change(1));
        plain.promote(ModelAlias.CHAMPION, two, change(2));
        assertInvalid(() -> trusted.rollback(ModelAlias.CHAMPION, change(3)));
        assertThat(plain.bearer(ModelAlias.CHAMPION)).contains(two);
        sign(one, ONE);
        trusted.rollback(ModelAlias.CHAMPION, change(3));
        assertThat(plain.bearer(ModelAlias.CHAMPION)).contains(one);
    }

    private void sign(String sha256, byte[] bytes) {
        trusted.sign(sha256, SigningKey.read(keys.privateKey()).sign(bytes, "trainer.one", T0));
    }

    private static Change change(int seconds) {
        return new Change("engineer", "why", T0.plusSeconds(seconds));
    }

    private static void assertInvalid(Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SIGNATURE_INVALID));
    }
}
