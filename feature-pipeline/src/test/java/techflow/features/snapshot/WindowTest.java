package techflow.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final AsOf NOW = AsOf.startOf(LocalDate.of(2026, 3, 31));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void the_day_of_an_instant_is_the_day_in_china() {
        assertThat(new AsOf(Instant.parse("2026-03-30T15:59:59Z")).date()).isEqualTo(day("2026-03-30"));
        assertThat(new AsOf(Instant.parse("2026-03-30T16:00:00Z")).date()).isEqualTo(day("2026-03-31"));
        assertThat(NOW.instant()).isEqualTo(Instant.parse("2026-03-30T16:00:00Z"));
    }

    @Test
    void instants_are_ordered() {
        assertThat(NOW).isLessThan(AsOf.startOf(day("2026-04-01"))).isEqualByComparingTo(new AsOf(NOW.instant()));
    }

    @Test
    void a_window_holds_its_first_day_and_not_its_last() {
        Window window = new Window(day("2026-01-01"), day("2026-02-01"));
        assertThat(window.contains(day("2026-01-01"))).isTrue();
        assertThat(window.contains(day("2026-01-31"))).isTrue();
        assertThat(window.contains(day("2026-02-01"))).isFalse();
        assertThat(window.contains(day("2025-12-31"))).isFalse();
        assertThat(window.days()).isEqualTo(31);
    }

    @Test
    void months_and_years_end_before_the_as_of_day() {
        assertThat(Window.months(NOW, 1)).isEqualTo(new Window(day("2026-02-28"), day("2026-03-31")));
        assertThat(Window.years(NOW, 2)).isEqualTo(new Window(day("2024-03-31"), day("2026-03-31")));
    }

    @Test
    void whole_months_end_before_the_as_of_month_by_the_lag() {
        assertThat(Window.wholeMonths(NOW, 0, 3)).isEqualTo(new Window(day("2025-12-01"), day("2026-03-01")));
        assertThat(Window.wholeMonths(NOW, 1, 12)).isEqualTo(new Window(day("2025-02-01"), day("2026-02-01")));
    }

    @Test
    void a_window_that_ends_before_it_begins_is_refused_and_an_empty_one_is_not() {
        assertThatThrownBy(() -> new Window(day("2026-02-01"), day("2026-01-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a window must not end before it begins, found [2026-02-01, 2026-01-01)");
        assertThat(new Window(day("2026-02-01"), day("2026-02-01")).contains(day("2026-02-01")))
                .isFalse();
    }
}
