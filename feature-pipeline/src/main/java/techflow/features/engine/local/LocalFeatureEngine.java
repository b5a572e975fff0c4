package techflow.features.engine.local;

import java.util.ArrayDeque;
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
import techflow.features.snapshot.Snapshot;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalStore.History;
import techflow.features.store.Spine;

/** Computes enterprises in parallel on this machine. The same vectors in the same order for any number of threads. */
public final class LocalFeatureEngine implements FeatureEngine {
    /** Firms read ahead per thread: enough to keep it busy, few enough to forget their memory. */
    private static final int AHEAD = 8;

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
        try (Stream<History> stored = store.histories()) {
            Deque<Future<List<FeatureVector>>> underWay = new ArrayDeque<>();
            Iterator<History> histories =
                    spine.isEveryFirm() ? stored.iterator() : new SpineHistories(spine, stored.iterator());
            long done = 0;
            while (histories.hasNext() || !underWay.isEmpty()) {
                if (histories.hasNext() && underWay.size() < threads * AHEAD) {
                    History history = histories.next();
                    underWay.add(workers.submit(() -> vectors(history, catalog, spine)));
                } else {
                    result(underWay.remove()).forEach(sink);
                    progress.accept(++done);
                }
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<FeatureVector> vectors(History history, FeatureCatalog catalog, Spine spine) {
        return spine.times(history.enterprise()).stream()
                .map(asOf -> catalog.compute(Snapshot.cut(history.enterprise(), asOf, history.signals())))
                .toList();
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
