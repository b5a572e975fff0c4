package techflow.features.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalStoreKit;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;

class CsvSignalStoreTest extends SignalStoreKit {
    @TempDir
    private Path directory;

    @Override
    protected SignalStore storeOf(Collection<Signal> signals) {
        try (CsvSignalWriter writer = CsvSignalWriter.into(directory)) {
            signals.stream().sorted(Comparator.comparing(Signal::enterprise)).forEach(writer::write);
        }
        return new CsvSignalStore(directory);
    }

    @Test
    void compressed_files_and_missing_kinds_are_read_alike() throws IOException {
        EnterpriseId firm = SignalSamples.firm(3);
        List<Signal> signals = new SignalSamples(3).oneOfEach(firm);
        SignalStore store = storeOf(signals);
        compress(directory.resolve("patent.csv"));
        Files.delete(directory.resolve("penalty.csv"));

        assertThat(store.history(firm))
                .containsExactlyInAnyOrderElementsOf(signals.stream()
                        .filter(signal -> signal.kind() != SignalKind.PENALTY)
                        .toList());
    }

    @Test
    void a_file_out_of_order_is_refused_with_its_line() throws IOException {
        storeOf(new SignalSamples(4).oneOfEach(SignalSamples.firm(1)));
        Path file = directory.resolve("tax_rating.csv");
        Files.write(
                file,
                List.of(
                        "uscc,occurred_at,known_at,source,year,level,rule,score",
                        SignalSamples.firm(2) + ",2025-12-31,2026-04-20T00:00:00Z,STA,2025,A,STA_2025_12,",
                        SignalSamples.firm(1) + ",2025-12-31,2026-04-20T00:00:00Z,STA,2025,B,STA_2025_12,"));

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> {
            try (Stream<SignalStore.History> histories = new CsvSignalStore(directory).histories()) {
                histories.forEach(history -> {});
            }
        });

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations().getFirst().describe())
                .contains("tax_rating.csv", "must ascend by uscc", "line 3", "sort the file")
                .doesNotContain(SignalSamples.firm(1).code());
    }

    @Test
    void a_bad_row_is_refused_with_file_line_and_rule() throws IOException {
        storeOf(List.of());
        Files.write(
                directory.resolve("tax_rating.csv"),
                List.of(
                        "uscc,occurred_at,known_at,source,year,level,rule,score",
                        SignalSamples.firm(2) + ",2025-12-31,2026-04-20T00:00:00Z,STA,1025,F,RULE_2014,"));

        RecordFault fault = catchThrowableOfType(
                RecordFault.class, () -> new CsvSignalStore(directory).history(SignalSamples.firm(2)));

        assertThat(fault.code()).isEqualTo(ProblemCode.SIGNAL_MALFORMED);
        assertThat(fault).hasMessageContaining("tax_rating.csv line 2");
        assertThat(fault.violations()).hasSize(2);
    }

    @Test
    void two_forms_of_one_file_are_refused() throws IOException {
        SignalStore store = storeOf(List.of());
        Path copy = Files.copy(directory.resolve("patent.csv"), directory.resolve("copy.csv"));
        compress(directory.resolve("patent.csv"));
        Files.move(copy, directory.resolve("patent.csv"));

        assertThat(catchThrowableOfType(RecordFault.class, store::histories).code())
                .isEqualTo(ProblemCode.FILE_MALFORMED);
    }

    @Test
    void a_directory_that_is_not_there_is_a_platform_fault() {
        PlatformFault fault = catchThrowableOfType(
                PlatformFault.class, () -> new CsvSignalStore(directory.resolve("nowhere")).histories());

        assertThat(fault.code()).isEqualTo(ProblemCode.STORE_UNAVAILABLE);
    }

    private static void compress(Path file) {
        try {
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
                Files.copy(file, out);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
