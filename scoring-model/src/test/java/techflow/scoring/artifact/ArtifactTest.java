package techflow.scoring.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.model.Calibrator;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TreeWorld;

class ArtifactTest {
    private static final ModelArtifact ARTIFACT =
            new SmallWorld(11, 4_000).train("1").artifact();
    private static final byte[] BYTES = ArtifactWriter.write(ARTIFACT);
    private static final long SEED = 42;
    private static final Path GOLDEN = Path.of("src/test/resources/techflow/scoring/artifact");

    @Test
    void what_is_written_is_read_exactly_and_written_again_to_the_same_bytes() {
        ModelArtifact read = ArtifactReader.read(BYTES);
        assertThat(read).isEqualTo(ARTIFACT);
        assertThat(ArtifactWriter.write(read)).isEqualTo(BYTES);
        ArtifactVerifier.verify(read);
    }

    @Test
    void any_flipped_byte_is_refused() {
        Random random = new Random(SEED);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            places.add(i);
        }
        for (int i = 0; i < 600; i++) {
            places.add(random.nextInt(BYTES.length));
        }
        places.add(BYTES.length - 1);
        for (int place : places) {
            byte[] flipped = BYTES.clone();
            flipped[place] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> ArtifactReader.read(flipped))
                    .as("byte %d, seed %d", place, SEED)
                    .isInstanceOfSatisfying(
                            ModelFault.class,
                            fault -> assertThat(fault.code())
                                    .isIn(ProblemCode.ARTIFACT_CORRUPT, ProblemCode.ARTIFACT_VERSION_UNSUPPORTED));
        }
    }

    @Test
    void a_file_cut_short_or_with_something_added_is_refused() {
        for (int length : List.of(0, 1, 10, 86, 87, 100, BYTES.length - 1)) {
            assertCorrupt(java.util.Arrays.copyOf(BYTES, length));
        }
        assertCorrupt((text() + "\n").getBytes(StandardCharsets.UTF_8));
        assertCorrupt((" " + text()).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_unknown_format_is_refused_by_its_own_name() {
        byte[] future = text().replaceFirst("\"format\":2", "\"format\":3").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ArtifactReader.read(future))
                .hasMessage("The artefact has format 3; this release reads formats [1, 2]")
                .isInstanceOfSatisfying(
                        ModelFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(ProblemCode.ARTIFACT_VERSION_UNSUPPORTED));
    }

    @Test
    void a_whole_envelope_around_something_else_is_refused() {
        String body = "{\"manifest\":{}}";
        String hash = ArtifactReader.sha256(body.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ("{\"format\":2,\"sha256\":\"" + hash + "\",\"artifact\":" + body + "}")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ArtifactReader.read(bytes))
                .hasMessageContaining("$ must have the member \"schema\"")
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.ARTIFACT_CORRUPT));
    }

    @Test
    void a_model_that_differs_by_one_bit_does_not_verify() {
        double slope = ARTIFACT.calibrator().slope();
        ModelArtifact changed = new ModelArtifact(
                ARTIFACT.manifest(),
                ARTIFACT.schema(),
                ARTIFACT.model(),
                new Calibrator(ARTIFACT.calibrator().intercept(), Math.nextUp(Math.nextUp(slope))),
                ARTIFACT.grades(),
                ARTIFACT.references(),
                ARTIFACT.uncertainty(),
                ARTIFACT.verification());
        assertThatThrownBy(() -> ArtifactVerifier.verify(changed))
                .hasMessageContaining("Verification row")
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.MODEL_NOT_VERIFIED));
    }

    @Test
    void a_model_without_rows_does_not_verify() {
        ModelArtifact bare = ARTIFACT.with(List.of());
        assertThatThrownBy(() -> ArtifactVerifier.verify(bare)).hasMessageContaining("found none");
    }

    /**
     * {@code -Dtechflow.regenerate=true} writes the files of the newest format anew and still fails, so that nobody changes a
     * released format unseen.
     */
    @Test
    void the_golden_artifacts_of_the_newest_format_are_written_alike() throws IOException {
        Map<String, ModelArtifact> newest =
                Map.of("format-2-scorecard.json", ARTIFACT, "format-2-trees.json", TreeWorld.artifact());
        if (Boolean.getBoolean("techflow.regenerate")) {
            for (Map.Entry<String, ModelArtifact> one : newest.entrySet()) {
                Files.write(GOLDEN.resolve(one.getKey()), ArtifactWriter.write(one.getValue()));
            }
            fail("regenerated " + newest.keySet() + ": look at the difference, then run without the flag");
        }
        for (String name : newest.keySet()) {
            byte[] bytes = Files.readAllBytes(GOLDEN.resolve(name));
            assertThat(ArtifactWriter.write(ArtifactReader.read(bytes)))
                    .as(name)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void trees_are_written_and_read_to_the_last_bit() {
        ModelArtifact trees = TreeWorld.artifact();
        assertThat(ArtifactReader.read(ArtifactWriter.write(trees))).isEqualTo(trees);
        ArtifactVerifier.verify(trees);
    }

    private static String text() {
        return new String(BYTES, StandardCharsets.UTF_8);
    }

    private static void assertCorrupt(byte[] bytes) {
        assertThatThrownBy(() -> ArtifactReader.read(bytes))
                .as("%d bytes", bytes.length)
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.ARTIFACT_CORRUPT));
    }
}
