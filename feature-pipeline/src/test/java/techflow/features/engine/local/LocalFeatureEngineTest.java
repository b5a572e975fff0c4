package techflow.features.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureValue;
import techflow.features.engine.FeatureEngine;
import techflow.features.engine.FeatureEngineKit;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.SignalStore;
import techflow.features.store.Spine;
import techflow.features.store.file.CsvSignalStore;
import techflow.features.store.file.CsvSignalWriter;
import techflow.features.store.postgres.PostgresSignalLoader;
import techflow.features.store.postgres.PostgresSignalStore;
import techflow.testing.MemorySignalStore;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class LocalFeatureEngineTest extends FeatureEngineKit {
    @Override
    protected FeatureEngine engine() {
        return new LocalFeatureEngine(4);
    }

    @Test
    void memory_files_and_postgresql_give_the_same_vectors(@TempDir Path directory) {
        Map<EnterpriseId, List<Signal>> histories = population(2);
        Spine spine = spine(histories.keySet().stream().toList());
        DataSource database = TestDatabase.fresh().dataSource();
        try (CsvSignalWriter writer = CsvSignalWriter.into(directory)) {
            histories.values().forEach(signals -> signals.forEach(writer::write));
        }
        try (Stream<SignalStore.History> stored = new CsvSignalStore(directory).histories()) {
            new PostgresSignalLoader(database).load(stored.flatMap(history -> history.signals().stream()));
        }

        assertThat(computed(new CsvSignalStore(directory), spine))
                .hasSize(3 * histories.size())
                .isEqualTo(computed(new MemorySignalStore(histories), spine))
                .isEqualTo(computed(new PostgresSignalStore(database), spine));
    }

    @Test
    void the_sink_and_the_progress_are_called_on_the_calling_thread_once_per_firm() {
        Map<EnterpriseId, List<Signal>> histories = population(1);
        Spine spine = spine(histories.keySet().stream().toList());
        List<Long> progress = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();

        new LocalFeatureEngine(3, done -> {
                    progress.add(done);
                    threads.add(Thread.currentThread());
                })
                .compute(
                        new MemorySignalStore(histories),
                        counting(s -> 1),
                        spine,
                        v -> threads.add(Thread.currentThread()));

        assertThat(progress).hasSize(histories.size()).isSorted().endsWith((long) histories.size());
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void only_a_few_firms_are_read_ahead_of_the_sink() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger widest = new AtomicInteger();
        List<EnterpriseId> firms =
                IntStream.range(0, 5_000).mapToObj(SignalSamples::firm).toList();
        SignalStore store = new SignalStore() {
            @Override
            public List<Signal> history(EnterpriseId enterprise) {
                return List.of();
            }

            @Override
            public Stream<History> histories() {
                return firms.stream().map(firm -> {
                    widest.accumulateAndGet(read.incrementAndGet() - written.get(), Math::max);
                    return new History(firm, List.of());
                });
            }
        };

        new LocalFeatureEngine(2).compute(store, counting(s -> 1), spine(firms), vector -> {
            if (vector.asOf().date().getYear() == 2026) {
                written.incrementAndGet();
            }
        });

        assertThat(written).hasValue(firms.size());
        assertThat(widest.get()).isLessThan(150);
    }

    @Test
    void a_feature_that_throws_ends_the_computation_with_its_own_exception() {
        Map<EnterpriseId, List<Signal>> histories = population(1);
        FeatureCatalog broken = counting(snapshot -> {
            throw new ArithmeticException("a defect of the definition");
        });

        assertThat(catchThrowableOfType(
                        ArithmeticException.class,
                        () -> engine().compute(
                                        new MemorySignalStore(histories),
                                        broken,
                                        spine(histories.keySet().stream().toList()),
                                        vector -> {})))
                .hasMessage("a defect of the definition");
    }

    @Test
    void an_engine_without_threads_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalFeatureEngine(0));
    }

    private static FeatureCatalog counting(java.util.function.ToIntFunction<Snapshot> number) {
        return new FeatureCatalog(
                "one",
                List.of(FeatureDefinition.feature("number", "数", FeatureFamily.PROFILE)
                        .describedAs("a number")
                        .noDirection("none is needed here")
                        .missingMeans("never missing")
                        .source("our own")
                        .reads(SignalKind.ENTERPRISE_PROFILE)
                        .is(snapshot -> FeatureValue.of(number.applyAsInt(snapshot)))));
    }
}
