package techflow.features.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.store.SignalStore.History;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class PostgresSignalLoaderTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final EnterpriseId FIRM_OF_TWICE = SignalSamples.firm(1);
    private static final EnterpriseId FIRM_OF_NUL = SignalSamples.firm(2);
    private static final EnterpriseId FIRM_OF_CONFLICT = SignalSamples.firm(3);
    private static final EnterpriseId FIRM_OF_BREAK = SignalSamples.firm(4);

    private final PostgresSignalLoader loader = new PostgresSignalLoader(DATABASE.dataSource());
    private final PostgresSignalStore store = new PostgresSignalStore(DATABASE.dataSource());

    @Test
    void loading_the_same_rows_twice_changes_nothing() {
        List<Signal> signals = new SignalSamples(11).history(FIRM_OF_TWICE, 300);

        assertThat(loader.load(signals.stream())).isEqualTo(new LoadResult(300, 300, 0, 0));
        assertThat(loader.load(signals.stream())).isEqualTo(new LoadResult(300, 0, 300, 0));

        assertThat(store.history(FIRM_OF_TWICE)).containsExactlyInAnyOrderElementsOf(signals);
    }

    @Test
    void a_row_that_contradicts_a_stored_one_is_left_out_and_counted() {
        Signal stored = event(FIRM_OF_CONFLICT, "1", RegistryEventType.ADDRESS_CHANGED);
        Signal other = event(FIRM_OF_CONFLICT, "1", RegistryEventType.CAPITAL_CHANGED);
        loader.load(Stream.of(stored));

        assertThat(loader.load(
                        Stream.of(stored, other, event(FIRM_OF_CONFLICT, "2", RegistryEventType.SHAREHOLDER_CHANGED))))
                .isEqualTo(new LoadResult(3, 1, 2, 1));
        assertThat(store.history(FIRM_OF_CONFLICT)).hasSize(2).contains(stored);
    }

    @Test
    void a_nul_character_is_refused_by_name_and_nothing_is_stored() {
        Signal good = event(FIRM_OF_NUL, "good", RegistryEventType.ADDRESS_CHANGED);
        Signal bad = event(FIRM_OF_NUL, "bad\0", RegistryEventType.ADDRESS_CHANGED);

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> loader.load(Stream.of(good, bad)));

        assertThat(fault.code()).isEqualTo(ProblemCode.SIGNAL_MALFORMED);
        assertThat(fault.violations().getFirst().describe()).contains("NUL").contains("bad\\0");
        assertThat(store.history(FIRM_OF_NUL)).isEmpty();
    }

    @Test
    void a_source_that_breaks_off_stores_nothing_and_leaves_the_connection_usable() {
        List<Signal> signals = new SignalSamples(12).history(FIRM_OF_BREAK, 50);
        Stream<Signal> breaking = Stream.concat(signals.stream(), Stream.generate(() -> {
            throw new IllegalStateException("the source broke off");
        }));

        assertThat(catchThrowableOfType(IllegalStateException.class, () -> loader.load(breaking)))
                .hasMessage("the source broke off");
        assertThat(store.history(FIRM_OF_BREAK)).isEmpty();
        assertThat(loader.load(signals.stream()).inserted()).isEqualTo(50);
    }

    @Test
    void sorted_and_shuffled_streams_load_the_same_into_an_empty_table() {
        SignalSamples samples = new SignalSamples(13);
        List<Signal> sorted = new ArrayList<>();
        for (int firm = 0; firm < 20; firm++) {
            List<Signal> history = samples.history(SignalSamples.firm(100 + firm), 30);
            sorted.addAll(history);
            sorted.addAll(history.subList(0, 10));
        }
        List<Signal> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(13));

        for (List<Signal> signals : List.of(sorted, shuffled)) {
            TestDatabase empty = TestDatabase.fresh();
            assertThat(new PostgresSignalLoader(empty.dataSource()).load(signals.stream()))
                    .isEqualTo(new LoadResult(800, 600, 200, 0));
            try (Stream<History> histories = new PostgresSignalStore(empty.dataSource()).histories()) {
                assertThat(histories.flatMap(history -> history.signals().stream()))
                        .containsExactlyInAnyOrderElementsOf(new HashSet<>(sorted));
            }
        }
    }

    @Test
    void a_contradiction_within_one_ascending_stream_is_counted_and_the_first_row_stays() {
        TestDatabase empty = TestDatabase.fresh();
        EnterpriseId firm = SignalSamples.firm(9);
        Signal first = event(firm, "1", RegistryEventType.ADDRESS_CHANGED);
        Signal second = event(firm, "1", RegistryEventType.CAPITAL_CHANGED);

        assertThat(new PostgresSignalLoader(empty.dataSource()).load(Stream.of(first, second)))
                .isEqualTo(new LoadResult(2, 1, 1, 1));
        assertThat(new PostgresSignalStore(empty.dataSource()).history(firm)).containsExactly(first);
    }

    @Test
    void an_empty_stream_loads_nothing() {
        assertThat(loader.load(Stream.empty())).isEqualTo(new LoadResult(0, 0, 0, 0));
    }

    @Test
    void a_server_that_does_not_answer_is_a_platform_fault() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});

        PlatformFault fault =
                catchThrowableOfType(PlatformFault.class, () -> new PostgresSignalLoader(nowhere).load(Stream.empty()));

        assertThat(fault.code()).isEqualTo(ProblemCode.STORE_UNAVAILABLE);
    }

    private static RegistryEvent event(EnterpriseId firm, String reference, RegistryEventType type) {
        SignalHeader header =
                new SignalHeader(firm, LocalDate.of(2026, 5, 1), Instant.parse("2026-05-03T00:00:00Z"), "SAMR");
        return new RegistryEvent(header, reference, type);
    }
}
