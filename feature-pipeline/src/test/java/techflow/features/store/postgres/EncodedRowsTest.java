package techflow.features.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.testing.SignalSamples;

class EncodedRowsTest {
    private record Key(EnterpriseId enterprise, SignalKind kind, String naturalKey, Instant knownAt) {
        static Key of(Signal signal) {
            return new Key(signal.enterprise(), signal.kind(), signal.naturalKey(), signal.knownAt());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void rows_in_any_order_are_told_apart_by_their_keys_as_a_map_would(long seed) {
        List<Signal> signals = new ArrayList<>();
        SignalSamples samples = new SignalSamples(seed);
        for (int firm = 0; firm < 30; firm++) {
            signals.addAll(samples.history(SignalSamples.firm(firm), 40));
        }
        signals.addAll(signals.subList(0, 400));
        Collections.shuffle(signals, new Random(seed));

        EncodedRows rows = encoded(signals);

        Map<Key, Integer> firsts = new HashMap<>();
        for (int i = 0; i < signals.size(); i++) {
            int place = i;
            int first = firsts.computeIfAbsent(Key.of(signals.get(i)), key -> place);
            assertThat(rows.first(i)).as("row %d of seed %d", i, seed).isEqualTo(first);
            assertThat(rows.isFirst(i)).isEqualTo(first == i);
            assertThat(rows.find(signals.get(i))).isEqualTo(first);
        }
        assertThat(rows.distinct()).isEqualTo(firsts.size()).isLessThan(rows.size());
    }

    @Test
    void rows_that_ascend_are_all_the_first_of_their_key_and_can_be_found() {
        List<Signal> months = BenchmarkMonths.rows(5, 0, 0, 20).toList();

        EncodedRows rows = encoded(months);

        assertThat(rows.distinct()).isEqualTo(100);
        assertThat(IntStream.range(0, 100)).allMatch(rows::isFirst);
        assertThat(rows.find(months.get(57))).isEqualTo(57);
    }

    @Test
    void a_key_that_no_row_has_is_a_programming_error() {
        EncodedRows rows = encoded(BenchmarkMonths.rows(1, 0, 0, 3).toList());
        Signal other = BenchmarkMonths.rows(1, 0, 3, 4).toList().getFirst();

        assertThatThrownBy(() -> rows.find(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(other.naturalKey());
    }

    private static EncodedRows encoded(List<Signal> signals) {
        return new EncodedRows(IntStream.range(0, signals.size())
                .mapToObj(i -> new LoadChunk.Row(i + 2, signals.get(i)))
                .toList());
    }
}
