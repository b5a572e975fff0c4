package techflow.features.store.postgres;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.testing.ExampleRows;
import techflow.testing.SignalSamples;

/** Monthly rows for benchmarks, each series ascending by firm and month. */
final class BenchmarkMonths {
    static final int SERIES = ExampleRows.MONTHLY_SERIES;

    private BenchmarkMonths() {}

    /** The rows of one series, from a month (0 is January 2020) to before another. */
    static Stream<Signal> rows(int firms, int series, int from, int to) {
        return IntStream.range(0, firms).boxed().flatMap(firm -> {
            EnterpriseId id = SignalSamples.firm(firm);
            return IntStream.range(from, to)
                    .mapToObj(month ->
                            ExampleRows.signal(ExampleRows.kind(series), ExampleRows.month(series, id, month)));
        });
    }
}
