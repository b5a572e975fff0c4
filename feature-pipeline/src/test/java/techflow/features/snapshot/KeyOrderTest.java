package techflow.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import techflow.features.RandomHistories;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.testing.SignalSamples;

/** The orders stand for the texts of the natural keys: when a key changes, they must change with it. */
class KeyOrderTest {
    private static final long SEED = 4242;
    private static final Comparator<Signal> BY_DAY_AND_KEY =
            Comparator.comparing(Signal::occurredAt).thenComparing(Signal::naturalKey);

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void two_signals_are_one_observation_exactly_when_their_natural_keys_are_equal(SignalKind kind) {
        KeyOrder order = KeyOrder.of(kind);
        List<Signal> signals = signals(kind);
        for (Signal one : signals) {
            for (Signal other : signals) {
                assertThat(order.versions().compare(one, other) == 0)
                        .as("seed %d: %s and %s", SEED, one, other)
                        .isEqualTo(one.naturalKey().equals(other.naturalKey()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void the_canonical_order_is_that_of_days_and_then_of_natural_keys(SignalKind kind) {
        KeyOrder order = KeyOrder.of(kind);
        List<Signal> signals = signals(kind);
        for (Signal one : signals) {
            for (Signal other : signals) {
                assertThat(Integer.signum(order.canonical().compare(one, other)))
                        .as("seed %d: %s and %s", SEED, one, other)
                        .isEqualTo(Integer.signum(BY_DAY_AND_KEY.compare(one, other)));
            }
        }
    }

    /** Of two generators: one that fills every column at random, one whose histories tell of the same months. */
    private static List<Signal> signals(SignalKind kind) {
        List<Signal> signals = new ArrayList<>();
        SignalSamples samples = new SignalSamples(SEED);
        EnterpriseId firm = SignalSamples.firm(1);
        for (int i = 0; i < 60; i++) {
            signals.add(samples.signal(firm, kind));
        }
        RandomHistories random = new RandomHistories(SEED);
        for (int i = 0; i < 6; i++) {
            random.history(firm).stream()
                    .filter(signal -> signal.kind() == kind)
                    .limit(60)
                    .forEach(signals::add);
        }
        return signals;
    }
}
