package techflow.features.store.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import techflow.features.catalog.StandardCatalog;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.store.SignalStore;
import techflow.features.store.Spine;
import techflow.testing.Rounds;
import techflow.testing.ServerCpu;
import techflow.testing.TestDatabase;

/**
 * The local engine over PostgreSQL with two threads: rows decoded by the thread that reads them, against rows decoded by
 * the engine's threads, in turns; run with {@code -Dgroups=benchmark -DexcludedGroups=none -Dtest=HistoriesBenchmark}.
 */
@Tag("benchmark")
class HistoriesBenchmark {
    private static final int FIRMS = Integer.getInteger("techflow.firms", 5_000);
    private static final int MONTHS = 36;
    private static final int ROUNDS = Integer.getInteger("techflow.rounds", 5);
    private static final int WARM_UP = 3;
    private static final Spine SPINE = Spine.everyFirm(List.of(AsOf.startOf(LocalDate.of(2023, 1, 1))));

    /** Says nothing of what is undecoded, so that the port decodes on the reading thread. */
    private record DecodedWhileRead(SignalStore store) implements SignalStore {
        @Override
        public List<Signal> history(EnterpriseId enterprise) {
            return store.history(enterprise);
        }

        @Override
        public Stream<History> histories() {
            return store.histories();
        }
    }

    @Test
    void decoding_by_the_reader_against_decoding_by_the_workers() throws IOException, SQLException {
        TestDatabase database = TestDatabase.fresh();
        PostgresSignalLoader loader = new PostgresSignalLoader(database.dataSource());
        for (int series = 0; series < BenchmarkMonths.SERIES; series++) {
            loader.load(BenchmarkMonths.rows(FIRMS, series, 0, MONTHS));
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) signal");
        }
        SignalStore store = new PostgresSignalStore(database.dataSource());
        Rounds rounds = new Rounds(ServerCpu.of(database));
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            if (round == WARM_UP) {
                rounds.forgetWarmUp();
            }
            rounds.time("decoded by the reading thread", () -> compute(new DecodedWhileRead(store)));
            rounds.time("decoded by the engine's threads", () -> compute(store));
            rounds.time("only read, not decoded", () -> {
                try (Stream<SignalStore.Undecoded> undecoded = store.undecoded()) {
                    requireAll(undecoded.count());
                }
            });
        }
        rounds.log();
    }

    private static void compute(SignalStore store) {
        LongAdder vectors = new LongAdder();
        new LocalFeatureEngine(2).compute(store, StandardCatalog.catalog(), SPINE, vector -> vectors.increment());
        requireAll(vectors.sum());
    }

    private static void requireAll(long firms) {
        if (firms != FIRMS) {
            throw new IllegalStateException("expected " + FIRMS + " firms, found " + firms);
        }
    }
}
