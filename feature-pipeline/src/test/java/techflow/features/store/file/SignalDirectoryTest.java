package techflow.features.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.store.SignalWriter;
import techflow.features.store.Spine;
import techflow.features.store.file.SignalDirectory.Format;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;

class SignalDirectoryTest {
    private static final List<Signal> SIGNALS = new SignalSamples(6).oneOfEach(SignalSamples.firm(1));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"CSV,false,patent.csv", "CSV,true,patent.csv.gz", "PARQUET,false,patent.parquet"})
    void what_is_written_in_a_form_is_found_and_read_in_it(Format format, boolean gzip, String file) {
        write(directory, format, gzip);

        assertThat(directory.resolve(file)).exists();
        assertThat(SignalDirectory.format(directory)).isEqualTo(format);
        assertThat(SignalDirectory.open(directory).history(SignalSamples.firm(1)))
                .containsExactlyInAnyOrderElementsOf(SIGNALS);
        assertThat(SignalDirectory.firms(directory)).hasValue(1);
    }

    @Test
    void a_directory_of_parts_is_parquet() throws IOException {
        write(directory.resolve("other"), Format.PARQUET, false);
        Files.createDirectory(directory.resolve("patent"));
        Files.move(directory.resolve("other/patent.parquet"), directory.resolve("patent/part-0.parquet"));

        assertThat(SignalDirectory.open(directory).history(SignalSamples.firm(1)))
                .hasSize(1);
        assertThat(SignalDirectory.firms(directory)).isEmpty();
    }

    @Test
    void files_of_both_forms_are_refused() {
        write(directory, Format.CSV, false);
        write(directory, Format.PARQUET, false);

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> SignalDirectory.open(directory));

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations().getFirst().describe()).contains("both CSV and Parquet");
    }

    @Test
    void a_directory_without_signal_files_is_refused_with_the_names_it_may_hold() throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "nothing here");

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> SignalDirectory.open(directory));

        assertThat(fault.violations().getFirst().advice()).contains("patent.parquet", "court_record");
    }

    @Test
    void a_directory_that_is_not_there_is_a_platform_fault() {
        assertThat(catchThrowableOfType(PlatformFault.class, () -> SignalDirectory.open(directory.resolve("nowhere")))
                        .code())
                .isEqualTo(ProblemCode.STORE_UNAVAILABLE);
    }

    @Test
    void a_spine_is_read_with_dates_of_china_and_instants() throws IOException {
        Path file = directory.resolve("spine.csv");
        Files.write(
                file,
                List.of(
                        "as_of,uscc",
                        "2026-07-01," + SignalSamples.firm(2),
                        "2026-06-30T16:00:00Z," + SignalSamples.firm(1),
                        "2026-06-30T16:00:00Z," + SignalSamples.firm(2)));

        Spine spine = SpineFile.read(file);

        assertThat(spine.size()).isEqualTo(2);
        assertThat(spine.times(SignalSamples.firm(2)))
                .containsExactly(AsOf.startOf(java.time.LocalDate.of(2026, 7, 1)));
    }

    @Test
    void bad_lines_of_a_spine_are_all_named() throws IOException {
        Path file = directory.resolve("spine.csv");
        Files.write(file, List.of("uscc,as_of", SignalSamples.firm(1) + ",yesterday", "91000000NONSENSE00,2026-07-01"));

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> SpineFile.read(file));

        assertThat(fault.violations().stream().map(v -> v.field()).distinct())
                .containsExactly("line 2 as_of", "line 3 uscc");
    }

    @Test
    void the_rest_of_a_spine_begins_after_a_firm() {
        AsOf asOf = AsOf.startOf(java.time.LocalDate.of(2026, 7, 1));
        Map<Integer, Spine.Point> points = Map.of(
                1, new Spine.Point(SignalSamples.firm(1), asOf), 2, new Spine.Point(SignalSamples.firm(2), asOf));

        Spine rest = Spine.of(points.values()).after(SignalSamples.firm(1));

        assertThat(rest.enterprises()).containsExactly(SignalSamples.firm(2));
    }

    private static void write(Path directory, Format format, boolean gzip) {
        try (SignalWriter writer = SignalDirectory.writer(directory, format, gzip)) {
            SIGNALS.forEach(writer::write);
        }
    }
}
