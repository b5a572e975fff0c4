package techflow.features.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import techflow.features.signal.EnterpriseId;

class DerivedTest {
    private static final EnterpriseId FIRM = EnterpriseId.placeholder("AAAAAAAA");

    private static Snapshot snapshot(int year) {
        return Snapshot.cut(FIRM, AsOf.startOf(LocalDate.of(year, 1, 1)), List.of());
    }

    @Test
    void a_view_is_computed_once_for_each_snapshot() {
        AtomicInteger computed = new AtomicInteger();
        Derived<Integer> year = Derived.of(snapshot -> {
            computed.incrementAndGet();
            return snapshot.asOf().date().getYear();
        });
        Snapshot one = snapshot(2025);
        Snapshot other = snapshot(2026);

        assertThat(List.of(one.derived(year), one.derived(year), other.derived(year), other.derived(year)))
                .containsExactly(2025, 2025, 2026, 2026);
        assertThat(computed).hasValue(2);
    }

    @Test
    void two_views_with_the_same_function_are_two_views() {
        Derived<Object> one = Derived.of(snapshot -> new Object());
        Derived<Object> other = Derived.of(snapshot -> new Object());
        Snapshot snapshot = snapshot(2026);

        assertThat(snapshot.derived(one)).isSameAs(snapshot.derived(one)).isNotSameAs(snapshot.derived(other));
    }

    @Test
    void a_view_may_ask_for_other_views() {
        Derived<Integer> year = Derived.of(snapshot -> snapshot.asOf().date().getYear());
        Derived<Integer> next = Derived.of(snapshot -> snapshot.derived(year) + 1);

        assertThat(snapshot(2026).derived(next)).isEqualTo(2027);
    }

    @Test
    void a_view_that_fails_is_asked_again() {
        AtomicInteger asked = new AtomicInteger();
        Derived<Integer> failing = Derived.of(snapshot -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
            return asked.get();
        });
        Snapshot snapshot = snapshot(2026);

        assertThatThrownBy(() -> snapshot.derived(failing)).hasMessage("the first time");
        assertThat(snapshot.derived(failing)).isEqualTo(2);
    }

    @Test
    void all_threads_see_one_and_the_same_view() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 200; round++) {
                Derived<Object> view = Derived.of(snapshot -> new Object());
                Snapshot snapshot = snapshot(2026);
                CountDownLatch start = new CountDownLatch(threads);
                List<Future<Object>> seen = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    seen.add(pool.submit(() -> {
                        start.countDown();
                        start.await();
                        return snapshot.derived(view);
                    }));
                }
                for (Future<Object> one : seen) {
                    assertThat(one.get()).isSameAs(snapshot.derived(view));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
