package techflow.features.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.Money;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

/** How fast signals go in and out; run with {@code -Dgroups=benchmark -DexcludedGroups=none}. */
@Tag("benchmark")
class SignalLoadBenchmark {
    private static final int FIRMS = 3_000;
    private static final int MONTHS = 400;
    private static final System.Logger LOG = System.getLogger(SignalLoadBenchmark.class.getName());

    @Test
    void loads_and_streams_a_population() {
        TestDatabase database = TestDatabase.fresh();
        PostgresSignalLoader loader = new PostgresSignalLoader(database.dataSource());

        assertThat(timed("load empty", () -> loader.load(population()).inserted()))
                .isEqualTo(FIRMS * MONTHS);
        assertThat(timed("load again", () -> loader.load(population()).inserted()))
                .isZero();
        assertThat(timed("histories", () -> {
                    try (var histories = new PostgresSignalStore(database.dataSource()).histories()) {
                        return histories.mapToLong(h -> h.signals().size()).sum();
                    }
                }))
                .isEqualTo(FIRMS * MONTHS);
    }

    private static long timed(String what, java.util.function.LongSupplier work) {
        long start = System.nanoTime();
        long result = work.getAsLong();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.log(
                System.Logger.Level.INFO,
                "%s: %,d rows in %,d ms, %,d rows/s"
                        .formatted(what, FIRMS * MONTHS, took.toMillis(), FIRMS * MONTHS * 1000L / took.toMillis()));
        return result;
    }

    private static Stream<Signal> population() {
        return IntStream.range(0, FIRMS).boxed().flatMap(firm -> {
            var id = SignalSamples.firm(firm);
            return IntStream.range(0, MONTHS).mapToObj(m -> {
                YearMonth period = YearMonth.of(1990, 1).plusMonths(m);
                SignalHeader header = new SignalHeader(
                        id,
                        period.atEndOfMonth(),
                        period.atEndOfMonth()
                                .plusDays(20)
                                .atStartOfDay(SignalHeader.CHINA)
                                .toInstant(),
                        "HRSS");
                return new ContributionMonth(
                        header,
                        ContributionMonth.Scheme.SOCIAL_INSURANCE,
                        period,
                        42,
                        new Money(33600000L + m),
                        new Money(8736000L),
                        new Money(8736000L));
            });
        });
    }
}
