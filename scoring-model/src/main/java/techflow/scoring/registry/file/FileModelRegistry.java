package techflow.scoring.registry.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.registry.Change;
import techflow.scoring.registry.Ledger;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.ModelEvent;
import techflow.scoring.registry.ModelRegistry;
import techflow.scoring.registry.Publication;
import techflow.scoring.registry.RegisteredModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A {@link ModelRegistry} in a directory. */
public final class FileModelRegistry implements ModelRegistry {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** A file lock keeps processes apart but not threads, so all registries of a process take turns. */
    private static final Object PROCESS = new Object();

    private final Path directory;
    private final JsonLines published;
    private final JsonLines ledger;

    /** @param directory made when it is absent */
    public FileModelRegistry(Path directory) {
        this.directory = directory;
        this.published = new JsonLines(directory.resolve("published.jsonl"));
        this.ledger = new JsonLines(directory.resolve("ledger.jsonl"));
    }

    @Override
    public RegisteredModel publish(byte[] artifact, String publishedBy, Instant at) {
        RegisteredModel candidate = Publication.of(artifact, publishedBy, at);
        return locked(() -> {
            Optional<RegisteredModel> existing = Publication.existing(candidate, models());
            if (existing.isEmpty()) {
                keep(candidate.sha256(), artifact);
                published.append(json(candidate));
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
        return ModelRegistry.intact(sha256, io(() -> Files.readAllBytes(file)));
    }

    @Override
    public List<RegisteredModel> list() {
        return io(this::models);
    }

    @Override
    public ModelEvent promote(ModelAlias alias, String sha256, Change change) {
        return locked(() -> {
            if (models().stream().noneMatch(model -> model.sha256().equals(sha256))) {
                throw ModelRegistry.unknown(sha256);
            }
            return append(events().promotion(alias, sha256, change));
        });
    }

    @Override
    public ModelEvent rollback(ModelAlias alias, Change change) {
        return locked(() -> append(events().rollback(alias, change)));
    }

    @Override
    public Ledger history() {
        return io(this::events);
    }

    private ModelEvent append(ModelEvent event) throws IOException {
        ledger.append(json(event));
        return event;
    }

    private List<RegisteredModel> models() throws IOException {
        return published.read().stream().map(FileModelRegistry::model).toList();
    }

    private Ledger events() throws IOException {
        return new Ledger(ledger.read().stream().map(FileModelRegistry::event).toList());
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

    private static JsonNode json(RegisteredModel model) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sha256", model.sha256())
                .put("modelId", model.modelId())
                .put("version", model.version())
                .put("publishedAt", model.publishedAt().toString())
                .put("publishedBy", model.publishedBy());
    }

    private static RegisteredModel model(JsonNode line) {
        return new RegisteredModel(
                line.required("sha256").asString(),
                line.required("modelId").asString(),
                line.required("version").asString(),
                Instant.parse(line.required("publishedAt").asString()),
                line.required("publishedBy").asString());
    }

    private static JsonNode json(ModelEvent event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", event.change().at().toString())
                .put("alias", event.alias().word())
                .put("sha256", event.sha256())
                .put("action", event.action().name())
                .put("actor", event.change().actor())
                .put("reason", event.change().reason());
    }

    private static ModelEvent event(JsonNode line) {
        return new ModelEvent(
                ModelAlias.ofWord(line.required("alias").asString()),
                line.required("sha256").asString(),
                ModelEvent.Action.valueOf(line.required("action").asString()),
                new Change(
                        line.required("actor").asString(),
                        line.required("reason").asString(),
                        Instant.parse(line.required("at").asString())));
    }

    /** Threads of this process wait for the monitor, other processes for the lock file. */
    private <T> T locked(Action<T> action) {
        synchronized (PROCESS) {
            return io(() -> alone(action));
        }
    }

    private <T> T alone(Action<T> action) throws IOException {
        Files.createDirectories(directory);
        Path lock = directory.resolve("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return held.isValid() ? action.run() : unreachable();
        }
    }

    private static <T> T unreachable() throws IOException {
        throw new IOException("the registry's lock is lost");
    }

    private <T> T io(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The model registry in " + directory + " does not answer: " + e.getMessage(),
                    e,
                    Parameter.safe("directory", directory));
        }
    }

    /** Something that touches the disk. */
    private interface Action<T> {
        T run() throws IOException;
    }
}
