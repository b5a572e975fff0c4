package techflow.features.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore.History;
import techflow.testing.SignalSamples;

/** What every {@link SignalStore} does; each adapter's test extends it. */
public abstract class SignalStoreKit {
    private static final long SEED = 20261122;

    /** A store of the adapter that holds exactly these signals, handed over in any order. */
    protected abstract SignalStore storeOf(Collection<Signal> signals);

    @Test
    void a_signal_of_every_kind_comes_back_equal() {
        SignalSamples samples = new SignalSamples(SEED);
        EnterpriseId firm = SignalSamples.firm(1);
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            signals.addAll(samples.oneOfEach(firm));
        }

        assertThat(storeOf(signals).history(firm))
                .as("seed " + SEED)
                .containsExactlyInAnyOrderElementsOf(signals)
                .extracting(Signal::kind)
                .contains(SignalKind.values());
    }

    @Test
    void histories_come_in_ascending_order_of_enterprise_and_are_whole() {
        List<Signal> signals = population(SEED, 60);

        List<History> histories = all(storeOf(shuffled(signals)));

        assertThat(histories).extracting(History::enterprise).isSorted().doesNotHaveDuplicates();
        assertThat(histories.stream().flatMap(history -> history.signals().stream()))
                .as("seed " + SEED)
                .containsExactlyInAnyOrderElementsOf(signals);
    }

    @Test
    void a_history_holds_no_other_firms_signal() {
        List<Signal> signals = population(SEED + 1, 12);
        SignalStore store = storeOf(signals);

        for (History history : all(store)) {
            assertThat(history.signals()).extracting(Signal::enterprise).containsOnly(history.enterprise());
            assertThat(store.history(history.enterprise())).containsExactlyInAnyOrderElementsOf(history.signals());
        }
    }

    @Test
    void a_firm_without_history_gives_an_empty_one() {
        SignalStore store = storeOf(population(SEED, 3));

        assertThat(store.history(SignalSamples.firm(99_999))).isEmpty();
    }

    @Test
    void an_empty_store_has_no_histories() {
        SignalStore store = storeOf(List.of());

        assertThat(all(store)).isEmpty();
        assertThat(store.history(SignalSamples.firm(1))).isEmpty();
    }

    @Test
    void every_version_of_an_observation_is_kept() {
        EnterpriseId firm = SignalSamples.firm(5);
        SignalSamples samples = new SignalSamples(SEED);
        List<Signal> versions = Stream.generate(() -> samples.signal(firm, SignalKind.ENTERPRISE_PROFILE))
                .limit(5)
                .toList();
        assertThat(versions).extracting(Signal::naturalKey).containsOnly("profile");

        assertThat(storeOf(versions).history(firm)).containsExactlyInAnyOrderElementsOf(versions);
    }

    @Test
    void reading_goes_on_after_any_firm() {
        SignalStore store = storeOf(population(SEED, 8));
        List<EnterpriseId> firms = all(store).stream().map(History::enterprise).toList();

        for (int i = 0; i < firms.size(); i++) {
            try (Stream<History> rest = store.historiesAfter(firms.get(i))) {
                assertThat(rest.map(History::enterprise)).containsExactlyElementsOf(firms.subList(i + 1, firms.size()));
            }
        }
    }

    @Test
    void histories_can_be_left_half_read_and_read_again() {
        SignalStore store = storeOf(population(SEED, 10));

        try (Stream<History> histories = store.histories()) {
            assertThat(histories.limit(2)).hasSize(2);
        }

        assertThat(all(store)).hasSize(10);
    }

    private static List<Signal> population(long seed, int firms) {
        SignalSamples samples = new SignalSamples(seed);
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < firms; i++) {
            signals.addAll(samples.history(SignalSamples.firm(i * 37), 1 + i % 30));
        }
        return signals;
    }

    private static List<Signal> shuffled(List<Signal> signals) {
        List<Signal> copy = new ArrayList<>(signals);
        Collections.shuffle(copy, new Random(SEED));
        return copy;
    }

    private static List<History> all(SignalStore store) {
        try (Stream<History> histories = store.histories()) {
            return histories.toList();
        }
    }
}
