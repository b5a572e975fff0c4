package techflow.scoring.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TestArtifacts;

/** Every artefact that was ever released stays readable: one file of each format, and of each optional member, for ever. */
class GoldenArtifactsTest {
    private static final Path FOLDER = Path.of("src/test/resources/techflow/scoring/artifact");
    private static final Path PROVENANCE = FOLDER.resolve("format-1-provenance.json");

    @Test
    void every_kept_artefact_is_read_and_verifies_itself() throws IOException {
        for (Path file : kept()) {
            ModelArtifact read = ArtifactReader.read(Files.readAllBytes(file));
            ArtifactVerifier.verify(read);
            assertThat(read.verification()).as(file.toString()).hasSize(50);
        }
    }

    @Test
    void every_format_up_to_the_newest_has_a_kept_artefact() throws IOException {
        List<String> names =
                kept().stream().map(file -> file.getFileName().toString()).toList();
        for (int format = 1; format <= ArtifactWriter.FORMAT; format++) {
            String start = "format-" + format;
            assertThat(names).as(start).anyMatch(name -> name.startsWith(start));
        }
    }

    @Test
    void a_model_of_before_provenance_is_read_as_one_that_does_not_tell_it() throws IOException {
        ModelArtifact read = ArtifactReader.read(Files.readAllBytes(FOLDER.resolve("format-1.json")));
        assertThat(read.manifest().provenance()).isEmpty();
    }

    @Test
    void the_provenance_of_a_kept_artefact_is_read_member_by_member() throws IOException {
        ModelArtifact read = ArtifactReader.read(Files.readAllBytes(PROVENANCE));
        assertThat(read.manifest().provenance()).contains(TestArtifacts.provenance());
    }

    @Test
    void a_manifest_with_provenance_is_written_and_read_exactly() {
        ModelArtifact told = told();
        byte[] bytes = ArtifactWriter.write(told);
        assertThat(ArtifactReader.read(bytes)).isEqualTo(told);
        assertThat(ManifestJson.read(ManifestJson.text(told.manifest()))).isEqualTo(told.manifest());
    }

    @Test
    void differences_name_the_members_and_whether_they_are_of_the_model() {
        ModelArtifact told = told();
        ModelArtifact other = TestArtifacts.with(told, "1", "approver.one", true, Optional.empty());
        List<ArtifactDifferences.Difference> found =
                ArtifactDifferences.first(ArtifactWriter.write(told), ArtifactWriter.write(other), 10);
        assertThat(found)
                .extracting(ArtifactDifferences.Difference::path)
                .containsExactly("manifest.provenance", "manifest.trainedBy");
        assertThat(found).noneMatch(ArtifactDifferences.Difference::ofModel);
        assertThat(found.getFirst().right()).isEqualTo("absent");
        assertThat(ArtifactDifferences.first(ArtifactWriter.write(told), ArtifactWriter.write(told), 10))
                .isEmpty();
    }

    private static ModelArtifact told() {
        return TestArtifacts.with(
                new SmallWorld(11, 4_000).train("1").artifact(),
                "1",
                "test",
                true,
                Optional.of(TestArtifacts.provenance()));
    }

    private static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("format-"))
                    .sorted()
                    .toList();
        }
    }
}
