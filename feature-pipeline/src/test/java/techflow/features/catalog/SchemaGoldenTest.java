package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureSchema;

/**
 * The schema {@code fs-2} is frozen, as {@code fs-1} was before it: models in use name its fingerprint. A change of names, order, units or labels needs a
 * new version and a new golden file; the old file stays. {@code -Dtechflow.golden.write=true} writes the file and still
 * fails, so that a change never passes unseen.
 */
class SchemaGoldenTest {
    private static final String FILE = "golden/schema-fs-2.txt";

    @Test
    void the_schema_of_fs_2_is_the_one_that_was_released() throws IOException {
        String text = text();
        if (Boolean.getBoolean("techflow.golden.write")) {
            Path file = Path.of("src/test/resources", FILE);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
            fail("wrote " + file + ": look at the difference, then run again without techflow.golden.write");
        }
        try (InputStream golden = SchemaGoldenTest.class.getResourceAsStream("/" + FILE)) {
            String released = new String(Objects.requireNonNull(golden, FILE).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).isEqualTo(released);
        }
    }

    private static String text() {
        FeatureSchema schema = StandardCatalog.catalog().schema();
        StringBuilder text =
                new StringBuilder("version " + schema.version() + "\nfingerprint " + schema.fingerprint() + "\n");
        for (FeatureDefinition definition : StandardCatalog.catalog().definitions()) {
            text.append(String.join(
                            "\t",
                            definition.name().value(),
                            definition.chineseName(),
                            definition.family().name(),
                            definition.unit().name(),
                            definition.range().low() + ".." + definition.range().high(),
                            definition.direction().name(),
                            String.join("|", definition.labels())))
                    .append('\n');
        }
        return text.toString();
    }
}
