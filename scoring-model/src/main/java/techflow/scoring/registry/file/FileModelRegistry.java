package techflow.scoring.registry.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.Ledger;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.Promotion;
import techflow.scoring.registry.Publication;
import techflow.scoring.registry.RegisteredModel;
import techflow.scoring.signing.ArtifactSignature;

/** A {@link ModelRegistry} in a directory. */
public final class FileModelRegistry implements ModelRegistry {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;
    private final RegistryLock lock;
    private final JsonLines published;
    private final JsonLines ledger;

    /** @param directory made when it is absent */
    public FileModelRegistry(Path directory) {
        this.directory = directory;
        this.lock = new RegistryLock(directory);
        this.published = new JsonLines(directory.resolve("published.jsonl"));
        this.ledger = new JsonLines(directory.resolve("ledger.jsonl"));
    }

    @Override
    public RegisteredModel publish(byte[] artifact, String publishedBy, Instant at) {
        RegisteredModel candidate = Publication.of(artifact, publishedBy, at);
        return lock.held(() -> {
            Optional<RegisteredModel> existing = Publication.existing(candidate, models());
            if (existing.isEmpty()) {
                keep(candidate.sha256(), artifact);
                published.append(RegistryJson.write(candidate));
            }
            return existing.orElse(candidate);
        });
    }

    @Override
    public byte[] read(String sha256) {
        Path file = file(sha256);
        if (!SHA256.matcher(sha256).matches() || !Files.exists(file)) {
            throw ModelRegistry.unknown(sha256);
        }
        return ModelRegistry.intact(sha256, lock.io(() -> Files.readAllBytes(file)));
    }

    @Override
    public List<RegisteredModel> list() {
        return lock.io(this::models);
    }

    @Override
    public void sign(String sha256, ArtifactSignature signature) {
        lock.held(() -> {
            requirePublished(sha256);
            JsonLines kept = signed(sha256);
            if (signatures(kept).stream().noneMatch(one -> one.keyId().equals(signature.keyId()))) {
                kept.append(RegistryJson.write(signature));
            }
            return signature;
        });
    }

    @Override
    public List<ArtifactSignature> signatures(String sha256) {
        return lock.io(() -> {
            requirePublished(sha256);
            return signatures(signed(sha256));
        });
    }

    @Override
    public ModelEvent promote(ModelAlias alias, String sha256, Change change) {
        return lock.held(() -> {
            requirePublished(sha256);
            Promotion.check(alias, read(sha256), change);
            return append(events().promotion(alias, sha256, change));
        });
    }

    @Override
    public ModelEvent rollback(ModelAlias alias, Change change) {
        return lock.held(() -> append(events().rollback(alias, change)));
    }

    @Override
    public Ledger history() {
        return lock.io(this::events);
    }

    private ModelEvent append(ModelEvent event) throws IOException {
        ledger.append(RegistryJson.write(event));
        return event;
    }

    private List<RegisteredModel> models() throws IOException {
        return published.read().stream().map(RegistryJson::model).toList();
    }

    private Ledger events() throws IOException {
        return new Ledger(ledger.read().stream().map(RegistryJson::event).toList());
    }

    private void requirePublished(String sha256) throws IOException {
        if (models().stream().noneMatch(model -> model.sha256().equals(sha256))) {
            throw ModelRegistry.unknown(sha256);
        }
    }

    private JsonLines signed(String sha256) {
        return new JsonLines(directory.resolve("artifacts").resolve(sha256 + ".signatures.jsonl"));
    }

    private static List<ArtifactSignature> signatures(JsonLines kept) throws IOException {
        return kept.read().stream().map(RegistryJson::signature).toList();
    }

    /** Written aside, forced and moved, so that a reader sees all of it or nothing. */
    private void keep(String sha256, byte[] bytes) throws IOException {
        Path target = file(sha256);
        Files.createDirectories(target.getParent());
        Path aside = Files.createTempFile(target.getParent(), sha256, ".part");
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String sha256) {
        return directory.resolve("artifacts").resolve(sha256 + ".json");
    }
}
