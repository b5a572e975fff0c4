package techflow.scoring.registry.file;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.run.RunLog;
import techflow.scoring.run.RunLogKit;

class FileRunLogTest extends RunLogKit {
    @TempDir
    private Path directory;

    @Override
    protected RunLog runs() {
        return new FileRunLog(directory.resolve("registry"));
    }

    @Override
    protected RunLog reopened() {
        return runs();
    }
}
