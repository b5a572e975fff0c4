package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.features.snapshot.AsOf;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.OutcomeDefinition.Label;

class OutcomeTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        ",2024-12-31,GOOD",
        ",2024-12-30,NOT_FULLY_OBSERVED",
        "2023-12-31,2024-12-31,ALREADY_DEFAULTED",
        "2024-01-01,2024-12-31,BAD",
        "2024-12-31,2024-12-31,BAD",
        "2025-01-01,2025-06-30,GOOD",
        "2024-03-01,2024-03-01,BAD",
    })
    void a_firm_as_of_2024_01_01_is_labelled_by_the_twelve_months_that_begin_there(
            LocalDate defaultedOn, LocalDate observedUntil, Label label) {
        Outcome outcome = new Outcome(SmallWorld.firm(1), Optional.ofNullable(defaultedOn), observedUntil);
        AsOf asOf = AsOf.startOf(LocalDate.of(2024, 1, 1));
        assertThat(OutcomeDefinition.TWELVE_MONTHS.label(outcome, asOf)).isEqualTo(label);
    }

    @Test
    void outcomes_are_read_in_their_order() throws IOException {
        Path file = write("uscc,defaulted_on,observed_until\n" + SmallWorld.firm(2) + ",2025-03-04,2026-10-31\n"
                + SmallWorld.firm(1) + ",,2026-10-31\n");
        assertThat(OutcomeReader.read(file))
                .containsExactly(
                        new Outcome(
                                SmallWorld.firm(2), Optional.of(LocalDate.of(2025, 3, 4)), LocalDate.of(2026, 10, 31)),
                        new Outcome(SmallWorld.firm(1), Optional.empty(), LocalDate.of(2026, 10, 31)));
    }

    @Test
    void every_broken_line_is_told_at_once() throws IOException {
        Path file = write("uscc,defaulted_on,observed_until\nNOBODY,2025-02-30,2026-10-31\n" + SmallWorld.firm(1)
                + ",,\n" + SmallWorld.firm(2) + ",,2026-10-31\n" + SmallWorld.firm(2) + ",,2026-10-31\n");
        assertThatThrownBy(() -> OutcomeReader.read(file)).isInstanceOfSatisfying(RecordFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(ProblemCode.FILE_MALFORMED);
            assertThat(fault.violations().stream().map(v -> v.field()))
                    .containsExactly("line 2, uscc", "line 2, defaulted_on", "line 3, observed_until", "line 5, uscc");
        });
    }

    @Test
    void another_header_is_refused() throws IOException {
        Path file = write("code,default\n" + SmallWorld.firm(2) + ",1\n");
        assertThatThrownBy(() -> OutcomeReader.read(file))
                .hasMessage("Outcomes must have the header uscc,defaulted_on,observed_until, found code,default");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("outcomes.csv"), text);
    }
}
