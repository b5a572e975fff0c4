package techflow.features.store.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalStore.History;
import techflow.features.store.SignalStoreKit;
import techflow.features.store.parquet.ParquetColumn.Type;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;

class ParquetSignalStoreTest extends SignalStoreKit {
    @TempDir
    private Path directory;

    @Override
    protected SignalStore storeOf(Collection<Signal> signals) {
        write(directory, signals);
        return new ParquetSignalStore(directory);
    }

    @Test
    void several_files_of_a_kind_are_merged_whether_they_overlap_or_follow_one_another() throws IOException {
        SignalSamples samples = new SignalSamples(8);
        List<Signal> all = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            List<Signal> some = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                some.addAll(samples.history(SignalSamples.firm(part * 7 + i), 20));
            }
            all.addAll(some);
            Path folder = directory.resolve("part" + part);
            write(folder, some);
            for (SignalKind kind : SignalKind.values()) {
                Path into = Files.createDirectories(directory.resolve(kind.fileStem()));
                Files.move(folder.resolve(kind.fileStem() + ".parquet"), into.resolve("p" + (3 - part) + ".parquet"));
            }
        }
        Files.writeString(directory.resolve("patent").resolve("_SUCCESS"), "");

        List<History> histories = histories(new ParquetSignalStore(directory));

        assertThat(histories).extracting(History::enterprise).isSorted().doesNotHaveDuplicates();
        assertThat(histories.stream().flatMap(history -> history.signals().stream()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_file_out_of_order_is_refused_with_its_row() {
        ratings(List.of(
                rating(SignalSamples.firm(2).code(), 2025, "A"),
                rating(SignalSamples.firm(1).code(), 2025, "B")));

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> histories(new ParquetSignalStore(directory)));

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations().getFirst().describe())
                .contains("tax_rating.parquet", "must ascend by uscc", "row 2")
                .doesNotContain(SignalSamples.firm(1).code());
    }

    @Test
    void a_bad_row_is_refused_with_file_row_field_rule_and_value() {
        ratings(List.of(rating(SignalSamples.firm(2).code(), 1025, "F")));

        RecordFault fault = catchThrowableOfType(
                RecordFault.class, () -> new ParquetSignalStore(directory).history(SignalSamples.firm(2)));

        assertThat(fault.code()).isEqualTo(ProblemCode.SIGNAL_MALFORMED);
        assertThat(fault).hasMessageContaining("tax_rating.parquet row 1");
        assertThat(fault.violations()).hasSize(2);
        assertThat(fault.violations().getFirst().describe()).contains("year", "1025");
    }

    @Test
    void a_bad_header_tells_every_broken_rule_at_once() {
        ratings(List.of(List.of(
                "91000000NONSENSE00",
                LocalDate.of(1850, 1, 1),
                Instant.parse("2026-04-20T00:00:00Z"),
                " ",
                2025,
                "A",
                "STA_2025_12")));

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> histories(new ParquetSignalStore(directory)));

        assertThat(fault.violations().stream().map(v -> v.field())).contains("uscc", "occurred_at", "source");
    }

    @Test
    void missing_and_unknown_columns_are_named() {
        Path file = directory.resolve("tax_rating.parquet");
        try (ParquetTableWriter table = ParquetTableWriter.create(
                file,
                List.of(ParquetColumn.required("uscc", Type.TEXT), ParquetColumn.required("grade", Type.TEXT)),
                Map.of())) {
            table.write(new @Nullable Object[] {SignalSamples.firm(1).code(), "A"});
        }

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> histories(new ParquetSignalStore(directory)));

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations().stream().map(v -> v.field())).contains("level", "known_at", "grade");
    }

    @Test
    void a_file_without_optional_columns_is_read_and_its_cells_are_missing() {
        for (SignalKind kind : SignalKind.values()) {
            List<Signal> narrow = new ArrayList<>();
            narrow(kind, narrow);

            List<Signal> read = histories(new ParquetSignalStore(directory)).stream()
                    .flatMap(history -> history.signals().stream())
                    .filter(signal -> signal.kind() == kind)
                    .toList();

            assertThat(read).as(kind.toString()).isNotEmpty().containsExactlyInAnyOrderElementsOf(narrow);
        }
    }

    /** Writes a file of the required columns of a kind only, and collects what it says. */
    private void narrow(SignalKind kind, List<Signal> said) {
        SignalColumns columns = new SignalColumns(kind);
        List<Integer> kept = IntStream.range(0, columns.columns().size())
                .filter(i -> columns.columns().get(i).required())
                .boxed()
                .toList();
        List<String> header = SignalFormat.of(kind).header();
        try (ParquetTableWriter table = ParquetTableWriter.create(
                directory.resolve(kind.fileStem() + ".parquet"),
                kept.stream().map(columns.columns()::get).toList(),
                Map.of())) {
            for (Signal signal : sorted(firms(20))) {
                if (signal.kind() == kind
                        && decodedWith(kind, header, kept, signal) instanceof Decoded.Accepted accepted) {
                    said.add(accepted.signal());
                    @Nullable Object[] row = columns.row(signal);
                    table.write(kept.stream().map(i -> row[i]).toArray());
                }
            }
        }
    }

    /** A signal whose other cells are empty; a rule between cells may ask for one of them. */
    private static Decoded decodedWith(SignalKind kind, List<String> header, List<Integer> kept, Signal signal) {
        List<String> cells = SignalDecoder.encode(signal);
        return SignalDecoder.decode(
                kind,
                IntStream.range(0, header.size())
                        .mapToObj(i -> kept.contains(i) ? cells.get(i) : "")
                        .toList());
    }

    @Test
    void a_file_cut_short_and_a_flipped_byte_are_refused() throws IOException {
        storeOf(firms(40));
        Path file = directory.resolve("patent.parquet");
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(catchThrowableOfType(RecordFault.class, () -> histories(new ParquetSignalStore(directory)))
                        .code())
                .isEqualTo(ProblemCode.FILE_MALFORMED);

        byte[] flipped = whole.clone();
        flipped[60] ^= 1;
        Files.write(file, flipped);
        assertThat(catchThrowableOfType(RecordFault.class, () -> histories(new ParquetSignalStore(directory)))
                        .code())
                .isEqualTo(ProblemCode.FILE_MALFORMED);
    }

    @Test
    void a_file_and_a_directory_of_one_kind_are_refused() throws IOException {
        SignalStore store = storeOf(firms(1));
        Files.createDirectory(directory.resolve("patent"));

        assertThat(catchThrowableOfType(RecordFault.class, store::histories).code())
                .isEqualTo(ProblemCode.FILE_MALFORMED);
    }

    @Test
    void a_directory_that_is_not_there_is_a_platform_fault() {
        PlatformFault fault = catchThrowableOfType(
                PlatformFault.class, () -> new ParquetSignalStore(directory.resolve("nowhere")).histories());

        assertThat(fault.code()).isEqualTo(ProblemCode.STORE_UNAVAILABLE);
    }

    private static List<Object> rating(String code, int year, String level) {
        return List.of(
                code,
                LocalDate.of(2025, 12, 31),
                Instant.parse("2026-04-20T00:00:00Z"),
                "STA",
                year,
                level,
                "STA_2025_12");
    }

    private void ratings(List<List<Object>> rows) {
        List<ParquetColumn> columns = new SignalColumns(SignalKind.TAX_RATING).columns();
        try (ParquetTableWriter table =
                ParquetTableWriter.create(directory.resolve("tax_rating.parquet"), columns, Map.of())) {
            for (List<Object> row : rows) {
                @Nullable Object[] cells = new @Nullable Object[columns.size()];
                for (int i = 0; i < row.size(); i++) {
                    cells[i] = row.get(i);
                }
                table.write(cells);
            }
        }
    }

    private static List<Signal> firms(int count) {
        SignalSamples samples = new SignalSamples(5);
        return IntStream.range(0, count)
                .mapToObj(i -> samples.history(SignalSamples.firm(i), 25))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Signal> sorted(Collection<Signal> signals) {
        return signals.stream().sorted(Comparator.comparing(Signal::enterprise)).toList();
    }

    private static void write(Path directory, Collection<Signal> signals) {
        try (ParquetSignalWriter writer = ParquetSignalWriter.into(directory)) {
            sorted(signals).forEach(writer::write);
        }
    }

    private static List<History> histories(SignalStore store) {
        try (Stream<History> histories = store.histories()) {
            return histories.toList();
        }
    }
}
