package techflow.scoring.registry.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import techflow.scoring.run.RunJson;
import techflow.scoring.run.RunLog;
import techflow.scoring.run.RunRecord;
import tools.jackson.databind.json.JsonMapper;

/** A {@link RunLog} as {@code runs.jsonl} in the directory of a {@link FileModelRegistry}. */
public final class FileRunLog implements RunLog {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final RegistryLock lock;
    private final JsonLines lines;

    /** @param directory made when it is absent */
    public FileRunLog(Path directory) {
        this.lock = new RegistryLock(directory);
        this.lines = new JsonLines(directory.resolve("runs.jsonl"));
    }

    @Override
    public void append(RunRecord run) {
        lock.held(() -> {
            Optional<RunRecord> kept =
                    runs().stream().filter(one -> one.id().equals(run.id())).findFirst();
            if (kept.isEmpty()) {
                lines.append(MAPPER.readTree(RunJson.text(run)));
            } else if (!kept.get().equals(run)) {
                throw RunLog.taken(run.id());
            }
            return run;
        });
    }

    @Override
    public List<RunRecord> list() {
        return lock.io(this::runs);
    }

    private List<RunRecord> runs() throws IOException {
        return lines.read().stream()
                .map(line -> RunJson.read(MAPPER.writeValueAsString(line)))
                .toList();
    }
}
