package techflow.api.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final AtomicLong clock = new AtomicLong(-5_000_000_000L); // System.nanoTime may be negative
    private final Buckets buckets = new Buckets(new Quota(10, Duration.ofSeconds(5)), clock::get);

    @Test
    void a_full_bucket_gives_its_quota_at_once_and_then_refuses() {
        for (int left = 9; left >= 0; left--) {
            assertThat(buckets.take("a"))
                    .extracting(Buckets.Look::taken, Buckets.Look::remaining)
                    .containsExactly(true, left);
        }
        assertThat(buckets.take("a"))
                .isEqualTo(new Buckets.Look(
                        false,
                        0,
                        Duration.ofMillis(500).toNanos(),
                        Duration.ofSeconds(5).toNanos()));
        assertThat(buckets.take("b").taken()).isTrue();
    }

    @Test
    void one_comes_back_in_each_interval_and_never_more_than_the_quota() {
        IntStream.range(0, 10).forEach(i -> buckets.take("a"));
        clock.addAndGet(Duration.ofMillis(499).toNanos());
        assertThat(buckets.take("a").taken()).isFalse();
        clock.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(buckets.take("a").taken()).isTrue();
        assertThat(buckets.take("a").taken()).isFalse();
        clock.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(IntStream.range(0, 100)
                        .filter(i -> buckets.take("a").taken())
                        .count())
                .isEqualTo(10);
    }

    @Test
    void a_refused_request_costs_nothing() {
        IntStream.range(0, 1000).forEach(i -> buckets.take("a"));
        clock.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(buckets.peek("a").remaining()).isEqualTo(1);
        assertThat(buckets.peek("a").remaining()).isEqualTo(1);
        assertThat(buckets.take("a").taken()).isTrue();
    }

    @Test
    void threads_at_once_take_no_more_than_there_is() {
        assertThat(IntStream.range(0, 1000)
                        .parallel()
                        .filter(i -> buckets.take("a").taken())
                        .count())
                .isEqualTo(10);
    }

    @Test
    void names_without_end_do_not_fill_the_memory() {
        IntStream.range(0, Buckets.MOST).forEach(i -> buckets.take("name" + i));
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(buckets.take("one more").taken()).isTrue();
        assertThat(buckets.size()).isEqualTo(1);
    }

    @Test
    void a_quota_refuses_wrong_values() {
        assertThatThrownBy(() -> new Quota(0, Duration.ofSeconds(1)))
                .hasMessageContaining("requests must be 1 or more, found 0");
        assertThatThrownBy(() -> new Quota(1, Duration.ofMillis(1))).hasMessageContaining("per must lie");
    }
}
