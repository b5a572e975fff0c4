package techflow.scoring.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

class SigningTest {
    private static final byte[] ARTIFACT = "{\"format\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final long SEED = 20261101;

    @TempDir
    private Path folder;

    @Test
    void what_a_trusted_key_signed_passes_and_the_same_key_signs_alike() {
        KeyFiles keys = KeyFiles.create(folder);
        ArtifactSignature signature = sign(keys);
        assertThat(signature.keyId()).isEqualTo(keys.keyId());
        assertThat(sign(keys)).isEqualTo(signature);
        assertThatCode(() -> trust(keys).require(ARTIFACT, List.of(signature))).doesNotThrowAnyException();
        assertThatCode(() -> trust(keys).requireDetached(ARTIFACT, Optional.of(signature.bytes())))
                .doesNotThrowAnyException();
    }

    @Test
    void without_a_trusted_key_nothing_is_asked() {
        assertThatCode(() -> TrustedKeys.NONE.require(ARTIFACT, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> TrustedKeys.NONE.requireDetached(ARTIFACT, Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void an_unsigned_artefact_is_refused_and_told_how_to_be_signed() {
        TrustedKeys trusted = trust(KeyFiles.create(folder));
        assertInvalid(() -> trusted.require(ARTIFACT, List.of()), "found no signature; sign it with");
        assertInvalid(() -> trusted.requireDetached(ARTIFACT, Optional.empty()), "found no signature; sign it with");
    }

    @Test
    void a_foreign_key_is_refused_by_its_name() {
        TrustedKeys trusted = trust(KeyFiles.create(folder.resolve("ours")));
        KeyFiles foreign = KeyFiles.create(folder.resolve("foreign"));
        assertInvalid(
                () -> trusted.require(ARTIFACT, List.of(sign(foreign))),
                "found signatures of " + foreign.keyId().substring(0, 12) + " only");
        assertInvalid(
                () -> trusted.requireDetached(
                        ARTIFACT, Optional.of(sign(foreign).bytes())),
                "or another key signed");
    }

    @Test
    void any_flipped_bit_of_artefact_or_signature_is_refused() {
        KeyFiles keys = KeyFiles.create(folder);
        TrustedKeys trusted = trust(keys);
        ArtifactSignature signature = sign(keys);
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            byte[] artifact = flipped(ARTIFACT, random);
            byte[] signed = flipped(signature.bytes(), random);
            ArtifactSignature changed = new ArtifactSignature(
                    signature.keyId(), java.util.HexFormat.of().formatHex(signed), "x", NOW);
            assertInvalid(() -> trusted.require(artifact, List.of(signature)), "does not belong to its bytes");
            assertInvalid(() -> trusted.require(ARTIFACT, List.of(changed)), "does not belong to its bytes");
        }
    }

    @Test
    void a_good_signature_does_not_outweigh_a_wrong_one_of_another_trusted_key() {
        KeyFiles one = KeyFiles.create(folder.resolve("one"));
        KeyFiles two = KeyFiles.create(folder.resolve("two"));
        TrustedKeys trusted = TrustedKeys.read(List.of(one.publicKey(), two.publicKey()));
        ArtifactSignature wrong = new ArtifactSignature(two.keyId(), "0".repeat(128), "x", NOW);
        assertInvalid(
                () -> trusted.require(ARTIFACT, List.of(sign(one), wrong)),
                two.keyId().substring(0, 12));
    }

    @Test
    void the_private_key_is_for_its_owner_alone_and_never_overwritten() throws IOException {
        KeyFiles keys = KeyFiles.create(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey())))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(keys.privateKey())).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(Files.readString(keys.publicKey())).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThatThrownBy(() -> KeyFiles.create(folder)).hasMessageContaining("A key is never overwritten");
    }

    @Test
    void a_file_that_is_no_key_or_no_pair_is_named() throws IOException {
        KeyFiles keys = KeyFiles.create(folder.resolve("one"));
        KeyFiles other = KeyFiles.create(folder.resolve("two"));
        Files.copy(other.publicKey(), keys.publicKey(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> SigningKey.read(keys.privateKey()))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("it is not the other half of");
        assertThatThrownBy(() -> TrustedKeys.read(List.of(keys.privateKey())))
                .hasMessageContaining("must hold an Ed25519 public key in PEM: there is no");
        assertThatThrownBy(() -> TrustedKeys.read(List.of(folder.resolve("none.pem"))))
                .hasMessageContaining("cannot be read");
    }

    private static ArtifactSignature sign(KeyFiles keys) {
        return SigningKey.read(keys.privateKey()).sign(ARTIFACT, "trainer.one", NOW);
    }

    private static TrustedKeys trust(KeyFiles keys) {
        return TrustedKeys.read(List.of(keys.publicKey()));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static void assertInvalid(ThrowingCallable action, String message) {
        assertThatThrownBy(action)
                .as("seed %d", SEED)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SIGNATURE_INVALID));
    }
}
