package techflow.features.engine.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.engine.FeatureEngine;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalStore.History;
import techflow.features.store.SignalStore.Undecoded;
import techflow.features.store.Spine;

/**
 * Decodes and computes enterprises in parallel on this machine. The same vectors in the same order for any number of
 * threads; memory does not grow with the population.
 */
public final class LocalFeatureEngine implements FeatureEngine {
    /** Firms handed to a thread at once: enough to make the handing over cheap. */
    private static final int BATCH = 16;

    /** Batches read ahead per thread: enough to keep it busy, few enough to forget their memory. */
    private static final int AHEAD = 4;

    private final int threads;
    private final LongConsumer progress;

    /** @param threads how many compute at once, at least 1 */
    public LocalFeatureEngine(int threads) {
        this(threads, done -> {});
    }

    /**
     * @param threads how many compute at once, at least 1
     * @param progress told the number of enterprises done after each one, on the calling thread
     */
    public LocalFeatureEngine(int threads, LongConsumer progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("an engine needs at least 1 thread, found " + threads);
        }
        this.threads = threads;
        this.progress = progress;
    }

    /** {@inheritDoc} The sink runs on the calling thread. */
    @Override
    public void compute(SignalStore store, FeatureCatalog catalog, Spine spine, Consumer<FeatureVector> sink) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, LocalFeatureEngine::worker);
        try (Stream<Undecoded> stored = store.undecoded()) {
            Deque<Future<Batch>> underWay = new ArrayDeque<>();
            Iterator<Undecoded> histories =
                    spine.isEveryFirm() ? stored.iterator() : new SpineHistories(spine, stored.iterator());
            long done = 0;
            while (histories.hasNext() || !underWay.isEmpty()) {
                if (histories.hasNext() && underWay.size() < threads * AHEAD) {
                    List<Undecoded> batch = next(histories);
                    underWay.add(workers.submit(() -> vectors(batch, catalog, spine)));
                } else {
                    Batch batch = result(underWay.remove());
                    batch.vectors.forEach(sink);
                    for (int i = 0; i < batch.enterprises; i++) {
                        progress.accept(++done);
                    }
                }
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** What became of some enterprises that follow one another. */
    private record Batch(int enterprises, List<FeatureVector> vectors) {}

    private static List<Undecoded> next(Iterator<Undecoded> histories) {
        List<Undecoded> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && histories.hasNext()) {
            batch.add(histories.next());
        }
        return batch;
    }

    private static Batch vectors(List<Undecoded> batch, FeatureCatalog catalog, Spine spine) {
        List<FeatureVector> vectors = new ArrayList<>();
        for (Undecoded undecoded : batch) {
            History history = undecoded.decode().get();
            for (AsOf asOf : spine.times(history.enterprise())) {
                vectors.add(catalog.compute(Snapshot.cut(history.enterprise(), asOf, history.signals())));
            }
        }
        return new Batch(batch.size(), vectors);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a feature threw a checked exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the computation was interrupted");
        }
    }

    private static Thread worker(Runnable work) {
        return Thread.ofPlatform().daemon().name("feature-engine").unstarted(work);
    }
}
