package techflow.api.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.Queue;
import java.util.function.ToDoubleFunction;

/** Gauges of the connection pool and of the scoring queue: what saturates first. */
public final class PoolMeters implements MeterBinder {
    private final ConnectionPool pool;
    private final Queue<Runnable> queue;

    public PoolMeters(ConnectionPool pool, Queue<Runnable> queue) {
        this.pool = pool;
        this.queue = queue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        pool.getMetrics().ifPresent(metrics -> {
            gauge(registry, "acquired", "Connections in use", metrics, PoolMetrics::acquiredSize);
            gauge(registry, "pending", "Requests that wait for a connection", metrics, PoolMetrics::pendingAcquireSize);
            gauge(registry, "max", "Most connections the pool opens", metrics, PoolMetrics::getMaxAllocatedSize);
        });
        Gauge.builder("techflow.scoring.queue", queue, Queue::size)
                .description("Requests that wait for a scoring thread")
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry,
            String what,
            String description,
            PoolMetrics metrics,
            ToDoubleFunction<PoolMetrics> read) {
        Gauge.builder("techflow.db.pool." + what, metrics, read)
                .description(description)
                .register(registry);
    }
}
