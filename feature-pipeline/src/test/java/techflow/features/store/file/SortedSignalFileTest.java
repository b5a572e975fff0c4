package techflow.features.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;

class SortedSignalFileTest {
    private static final String HEADER = "uscc,occurred_at,known_at,source,reference,type\n";
    private static final String REST = ",2025-12-31,2026-04-20T00:00:00Z,SAMR,%s,ADDRESS_CHANGED";

    @TempDir
    private Path directory;

    @Test
    void firm_by_firm_it_gives_what_a_reader_gives_row_by_row() {
        long seed = 12;
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int firm = 0; firm < 60; firm++) {
                for (int rows = random.nextInt(5); rows > 0; rows--) {
                    text.append(SignalSamples.firm(firm)).append(REST.formatted(reference(random)));
                    text.append(random.nextInt(9) == 0 ? "\r\n" : "\n").append(random.nextInt(9) == 0 ? "\n" : "");
                }
            }
            Path file = file(text.toString());

            assertThat(firmByFirm(file)).as("seed %d, number %d", seed, i).isEqualTo(rowByRow(file));
        }
    }

    private static String reference(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "\"with, comma\"";
            case 1 -> "\"with\nline\"";
            case 2 -> "编号" + random.nextInt(100);
            case 3 -> "a \"literal\" quote!";
            default -> "R" + random.nextInt(1000);
        };
    }

    @Test
    void a_bad_row_is_told_with_its_line_in_the_file_even_after_empty_lines_and_quoted_breaks() {
        String firm = SignalSamples.firm(3).code();
        Path file = file(HEADER
                + SignalSamples.firm(1)
                + REST.formatted("\"a\nb\"")
                + "\n\n\n"
                + firm
                + REST.formatted("ok")
                + "\n\n"
                + firm
                + REST.formatted("bad").replace("ADDRESS_CHANGED", "MOVED")
                + "\n");

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> firmByFirm(file));

        assertThat(fault.code()).isEqualTo(ProblemCode.SIGNAL_MALFORMED);
        assertThat(fault).hasMessageContaining("line 8 ");
        assertThat(fault.violations())
                .singleElement()
                .satisfies(v -> assertThat(v.field()).isEqualTo("type"));
    }

    @Test
    void a_code_that_is_none_is_told_with_everything_else_that_is_wrong_in_its_row() {
        Path file = file(HEADER + "91350100M000100Y44" + REST.formatted(" ") + "\n");

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> firmByFirm(file));

        assertThat(fault).hasMessageContaining("line 2 ");
        assertThat(fault.violations())
                .extracting(violation -> violation.field())
                .containsExactly("uscc", "reference");
    }

    @Test
    void rows_out_of_order_are_refused_with_the_line_and_masked_codes() {
        Path file = file(HEADER + SignalSamples.firm(2) + REST.formatted("a") + "\n" + SignalSamples.firm(1)
                + REST.formatted("b") + "\n");

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> firmByFirm(file));

        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(fault.violations().getFirst().found())
                .startsWith("line 3: ")
                .doesNotContain(SignalSamples.firm(1).code());
    }

    private Path file(String text) {
        try {
            return Files.writeString(directory.resolve("registry_event.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<EnterpriseId, List<Signal>> firmByFirm(Path path) {
        Map<EnterpriseId, List<Signal>> firms = new TreeMap<>();
        try (SortedSignalFile file = SortedSignalFile.open(path, SignalKind.REGISTRY_EVENT)) {
            while (file.firm().isPresent()) {
                EnterpriseId firm = file.firm().get();
                file.decode(file.take(firm).orElseThrow(), firms.computeIfAbsent(firm, id -> new ArrayList<>()));
            }
        }
        return firms;
    }

    private static Map<EnterpriseId, List<Signal>> rowByRow(Path path) {
        Map<EnterpriseId, List<Signal>> firms = new TreeMap<>();
        try (CsvSignalReader reader = CsvSignalReader.open(path, SignalKind.REGISTRY_EVENT)) {
            reader.forEachRemaining(line -> {
                Signal signal = ((SignalLine.Accepted) line).signal();
                firms.computeIfAbsent(signal.enterprise(), id -> new ArrayList<>())
                        .add(signal);
            });
        }
        return firms;
    }
}
