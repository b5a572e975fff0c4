package techflow.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import techflow.features.signal.SignalKind;
import techflow.features.store.file.CsvSignalReader;
import techflow.features.store.file.SignalLine;

/** Our reader over every file, on one thread: rows split, validated and turned into signals. */
record DecodeContender() implements Contender {
    @Override
    public void run(Path directory, int firms, Path found) {
        for (SignalKind kind : SignalKind.values()) {
            Path file = directory.resolve(kind.fileStem() + ".csv");
            if (Files.exists(file)) {
                try (CsvSignalReader rows = CsvSignalReader.open(file, kind)) {
                    rows.forEachRemaining(DecodeContender::require);
                }
            }
        }
    }

    private static void require(SignalLine line) {
        if (!(line instanceof SignalLine.Accepted)) {
            throw new IllegalStateException("the population must keep its contract, found " + line);
        }
    }
}
