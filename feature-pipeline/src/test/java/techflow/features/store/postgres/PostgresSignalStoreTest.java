package techflow.features.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalStoreKit;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class PostgresSignalStoreTest extends SignalStoreKit {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected SignalStore storeOf(Collection<Signal> signals) {
        execute("truncate signal");
        new PostgresSignalLoader(DATABASE.dataSource()).load(signals.stream());
        return new PostgresSignalStore(DATABASE.dataSource());
    }

    @Test
    void histories_longer_than_one_fetch_stay_whole() {
        SignalSamples samples = new SignalSamples(21);
        List<Signal> signals = new ArrayList<>();
        for (int firm = 0; firm < 3; firm++) {
            signals.addAll(samples.history(SignalSamples.firm(firm), 3_000));
        }

        try (Stream<SignalStore.History> histories = storeOf(signals).histories()) {
            assertThat(histories.toList())
                    .hasSize(3)
                    .allSatisfy(history -> assertThat(history.signals()).hasSize(3_000));
        }
    }

    @Test
    void a_reader_sees_nothing_of_a_load_that_ends_after_it_began() {
        SignalStore store = storeOf(new SignalSamples(22).oneOfEach(SignalSamples.firm(1)));
        try (Stream<SignalStore.History> histories = store.histories()) {
            Iterator<SignalStore.History> iterator = histories.iterator();
            new PostgresSignalLoader(DATABASE.dataSource())
                    .load(new SignalSamples(23).oneOfEach(SignalSamples.firm(2)).stream());

            assertThat(iterator.next().enterprise()).isEqualTo(SignalSamples.firm(1));
            assertThat(iterator.hasNext()).isFalse();
        }
    }

    @Test
    void a_row_that_no_longer_keeps_its_contract_is_named_with_every_broken_rule() {
        EnterpriseId firm = SignalSamples.firm(7);
        SignalStore store = storeOf(List.of());
        execute("insert into signal values ('" + firm + "', 'TAX_RATING', '2025', '2026-04-30', '2025-12-31', 'STA',"
                + " array['not a year', 'E', 'RULE_2014', '', ''])");

        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> store.history(firm));

        assertThat(fault.code()).isEqualTo(ProblemCode.SIGNAL_MALFORMED);
        assertThat(fault.violations()).extracting(Violation::field).containsExactly("year", "level");
    }

    @Test
    void what_was_read_is_decoded_by_whoever_asks_after_the_stream_went_on() {
        List<Signal> signals = new ArrayList<>();
        for (int firm = 0; firm < 20; firm++) {
            signals.addAll(new SignalSamples(firm).oneOfEach(SignalSamples.firm(firm)));
        }
        SignalStore store = storeOf(signals);

        try (Stream<SignalStore.Undecoded> undecoded = store.undecoded()) {
            List<SignalStore.Undecoded> all = undecoded.toList();
            assertThat(all.parallelStream()
                            .flatMap(one -> one.decode().get().signals().stream())
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(signals);
        }
        try (Stream<SignalStore.Undecoded> rest = store.undecodedAfter(SignalSamples.firm(17))) {
            assertThat(rest.map(SignalStore.Undecoded::enterprise))
                    .containsExactly(SignalSamples.firm(18), SignalSamples.firm(19));
        }
    }

    @Test
    void a_bad_row_is_told_when_its_firm_is_decoded_and_the_others_go_on() {
        SignalStore store = storeOf(new SignalSamples(24).oneOfEach(SignalSamples.firm(1)));
        execute("insert into signal values ('" + SignalSamples.firm(2) + "', 'TAX_RATING', '2025', '2026-04-30',"
                + " '2025-12-31', 'STA', array['not a year', 'E', 'RULE_2014', '', '']),"
                + " ('" + SignalSamples.firm(3) + "', 'TAX_RATING', '2025', '1960-01-01 00:00:00.000001+00',"
                + " '1959-12-31', 'STA', '{}')");

        try (Stream<SignalStore.Undecoded> undecoded = store.undecoded()) {
            List<SignalStore.Undecoded> all = undecoded.toList();
            assertThat(all).hasSize(3);
            assertThat(all.get(0).decode().get().signals()).hasSize(SignalKind.values().length);
            RecordFault broken = catchThrowableOfType(
                    RecordFault.class, () -> all.get(1).decode().get());
            assertThat(broken.violations()).extracting(Violation::field).containsExactly("year", "level");
            RecordFault empty = catchThrowableOfType(
                    RecordFault.class, () -> all.get(2).decode().get());
            assertThat(empty.violations()).extracting(Violation::found).containsExactly("0 cells");
        }
    }

    @Test
    void a_long_stream_may_be_left_after_one_history() {
        SignalStore store = storeOf(BenchmarkMonths.rows(3_000, 0, 0, 12).toList());
        for (int i = 0; i < 3; i++) {
            try (Stream<SignalStore.Undecoded> undecoded = store.undecoded()) {
                assertThat(undecoded.findFirst().orElseThrow().enterprise()).isEqualTo(SignalSamples.firm(0));
            }
        }
        try (Stream<SignalStore.History> all = store.histories()) {
            assertThat(all).hasSize(3_000);
        }
    }

    @Test
    void a_server_that_does_not_answer_is_a_platform_fault() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"localhost"});
        nowhere.setPortNumbers(new int[] {1});
        SignalStore store = new PostgresSignalStore(nowhere);

        for (PlatformFault fault : List.of(
                catchThrowableOfType(PlatformFault.class, () -> store.history(SignalSamples.firm(1))),
                catchThrowableOfType(PlatformFault.class, store::histories))) {
            assertThat(fault.code()).isEqualTo(ProblemCode.STORE_UNAVAILABLE);
            assertThat(fault).hasMessageContaining("PostgreSQL could not read");
        }
    }

    private static void execute(String sql) {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
