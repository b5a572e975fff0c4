package techflow.features.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import techflow.features.signal.SignalKind;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

/**
 * What partitions of the table {@code signal} cost and give, through the real loader and the real reads; run with
 * {@code -Dgroups=benchmark -DexcludedGroups=none -Dtest=PartitionBenchmark}. The numbers stand in
 * {@code decisions/one-table-of-signals.md}.
 */
@Tag("benchmark")
class PartitionBenchmark {
    private static final int FIRMS = Integer.getInteger("techflow.firms", 28_000);
    private static final int MONTHS = 36;
    private static final System.Logger LOG = System.getLogger(PartitionBenchmark.class.getName());

    enum Layout {
        ONE_TABLE(""),
        HASH_BY_ENTERPRISE("hash (enterprise_id)"),
        LIST_BY_KIND("list (kind)");

        private final String by;

        Layout(String by) {
            this.by = by;
        }
    }

    @ParameterizedTest
    @EnumSource
    void loads_and_reads(Layout layout) {
        TestDatabase database = TestDatabase.fresh();
        lay(database, layout);
        PostgresSignalLoader loader = new PostgresSignalLoader(database.dataSource());
        PostgresSignalStore store = new PostgresSignalStore(database.dataSource());

        long rows = timed(
                layout,
                "load kind by kind",
                () -> IntStream.range(0, BenchmarkMonths.SERIES)
                        .mapToLong(series -> loader.load(BenchmarkMonths.rows(FIRMS, series, 0, MONTHS))
                                .inserted())
                        .sum());
        assertThat(rows).isEqualTo((long) FIRMS * MONTHS * BenchmarkMonths.SERIES);
        timed(
                layout,
                "next month, kind by kind",
                () -> IntStream.range(0, BenchmarkMonths.SERIES)
                        .mapToLong(series -> loader.load(BenchmarkMonths.rows(FIRMS, series, MONTHS, MONTHS + 1))
                                .inserted())
                        .sum());
        timed(layout, "analyze and vacuum", () -> execute(database, "vacuum (analyze) signal"));
        for (int round = 0; round < 2; round++) {
            Random random = new Random(7);
            timed(
                    layout,
                    "2,000 histories of one firm",
                    () -> random.ints(2_000, 0, FIRMS)
                            .mapToLong(firm ->
                                    store.history(SignalSamples.firm(firm)).size())
                            .sum());
            timed(layout, "all histories in order", () -> {
                try (var histories = store.histories()) {
                    return histories.mapToLong(h -> h.signals().size()).sum();
                }
            });
        }
        LOG.log(System.Logger.Level.INFO, "%s: %s".formatted(layout, plan(database)));
        timed(
                layout,
                "drop what is older than two years",
                () -> execute(database, "delete from signal where known_at < '2022-02-01'"));
        timed(layout, "vacuum after it", () -> execute(database, "vacuum signal"));
    }

    private static void lay(TestDatabase database, Layout layout) {
        if (layout.by.isEmpty()) {
            return;
        }
        execute(database, "alter table signal rename to plain");
        execute(
                database,
                "create table signal (like plain including all excluding indexes, "
                        + "primary key (enterprise_id, kind, natural_key, known_at)) partition by " + layout.by);
        for (int i = 0; i < 16 && layout == Layout.HASH_BY_ENTERPRISE; i++) {
            execute(
                    database,
                    "create table signal_" + i + " partition of signal for values with (modulus 16, remainder " + i
                            + ")");
        }
        for (SignalKind kind : layout == Layout.LIST_BY_KIND ? SignalKind.values() : new SignalKind[0]) {
            execute(database, "create table signal_" + kind + " partition of signal for values in ('" + kind + "')");
        }
    }

    private static long timed(Layout layout, String what, LongSupplier work) {
        long start = System.nanoTime();
        long rows = work.getAsLong();
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.log(
                System.Logger.Level.INFO,
                "%-18s %-34s %,12d rows %8.2f s %,10.0f rows/s".formatted(layout, what, rows, seconds, rows / seconds));
        return rows;
    }

    private static long execute(TestDatabase database, String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String plan(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("explain select * from signal order by enterprise_id collate \"C\"")) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 3 && rows.next(); i++) {
                text.append('\n').append(rows.getString(1));
            }
            return text.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
