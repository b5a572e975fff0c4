package techflow.api.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** Objections that should have been answered. */
public final class ObjectionMeters {
    private static final long UNKNOWN = -1;

    private final AtomicLong overdue = new AtomicLong(UNKNOWN);

    public ObjectionMeters(MeterRegistry registry) {
        Gauge.builder("techflow.objections.overdue", overdue, ObjectionMeters::known)
                .description("Objections of all tenants that are open after their last day, NaN while not known")
                .register(registry);
    }

    /** What was counted last. */
    public void overdue(long count) {
        overdue.set(count);
    }

    private static double known(AtomicLong count) {
        return count.get() == UNKNOWN ? Double.NaN : count.get();
    }
}
