package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    @Test
    void every_item_comes_once_and_in_order() {
        List<Integer> taken = new ArrayList<>();
        try (ReadAhead<Integer> ahead =
                new ReadAhead<>(IntStream.range(0, 10_000).boxed())) {
            ahead.forEachRemaining(taken::add);
        }
        assertThat(taken).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void a_failure_of_the_source_reaches_the_taker() {
        Stream<Integer> broken = IntStream.range(0, 10).boxed().peek(n -> {
            if (n == 5) {
                throw new IllegalStateException("row 5");
            }
        });
        List<Integer> taken = new ArrayList<>();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(broken)) {
            assertThatThrownBy(() -> ahead.forEachRemaining(taken::add)).hasMessage("row 5");
        }
        assertThat(taken).containsExactly(0, 1, 2, 3);
    }

    @Test
    void closing_early_ends_the_reader_and_closes_the_source() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Stream<Integer> endless = Stream.iterate(0, n -> n + 1).onClose(closed::countDown);
        try (ReadAhead<Integer> ahead = new ReadAhead<>(endless)) {
            assertThat(ahead.next()).isZero();
        }
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
