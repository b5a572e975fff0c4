package techflow.scoring.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.ModelRegistryKit;

class FileModelRegistryTest extends ModelRegistryKit {
    private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path directory;

    @Override
    protected ModelRegistry registry() {
        return new FileModelRegistry(directory.resolve("registry"));
    }

    @Override
    protected ModelRegistry reopened() {
        return registry();
    }

    @Override
    protected void corrupt(String sha256) {
        Path file = directory.resolve("registry/artifacts/" + sha256 + ".json");
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 3] ^= 1;
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_line_torn_by_a_crash_counts_as_never_written() throws IOException {
        ModelRegistry registry = registry();
        String one = registry.publish(ONE, "job", T0).sha256();
        Path ledger = directory.resolve("registry/ledger.jsonl");
        Files.writeString(ledger, "{\"at\":\"2026-11-01T00:00:0", StandardOpenOption.CREATE);
        assertThat(registry.history().events()).isEmpty();
        registry.promote(ModelAlias.CHAMPION, one, new Change("model-engineer", "first", T0));
        assertThat(registry.bearer(ModelAlias.CHAMPION)).contains(one);
        assertThat(Files.readString(ledger)).startsWith("{\"at\":\"2026-11-01T00:00:00Z\",\"alias\"");
    }
}
