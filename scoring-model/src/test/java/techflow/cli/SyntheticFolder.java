package techflow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.datasets.synthetic.EconomySettings;
import techflow.datasets.synthetic.SyntheticEconomy;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalKind;
import techflow.features.store.file.CsvSignalStore;

/** A small synthetic population in a temporary folder, written once for all tests of the commands. */
final class SyntheticFolder {
    static final Path FOLDER = write();

    private SyntheticFolder() {}

    /** The first firm by code that has a patent and yearly figures. */
    static EnterpriseId firm() {
        try (var histories = new CsvSignalStore(FOLDER.resolve(DatasetWriter.SIGNALS)).histories()) {
            return histories
                    .filter(history -> history.signals().stream().anyMatch(one -> one.kind() == SignalKind.PATENT)
                            && history.signals().stream().anyMatch(one -> one.kind() == SignalKind.ANNUAL_REPORT))
                    .findFirst()
                    .orElseThrow()
                    .enterprise();
        }
    }

    private static Path write() {
        return write(80);
    }

    /** Another population, of as many firms. */
    static Path write(int firms) {
        try {
            Path folder = Files.createTempDirectory("techflow-commands");
            new DatasetWriter(folder)
                    .write(new SyntheticEconomy(new EconomySettings(firms, 7, YearMonth.of(2026, 10))), done -> {});
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
