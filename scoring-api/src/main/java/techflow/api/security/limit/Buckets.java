package techflow.api.security.limit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** One bucket a name. Full buckets say nothing and are dropped when there are too many of them. */
final class Buckets {
    /** Names kept; above it the full ones go, and an attacker with more addresses than this gets none remembered. */
    static final int MOST = 50_000;

    private final Quota quota;
    private final LongSupplier nanos;
    private final Map<String, AtomicLong> fullAt = new ConcurrentHashMap<>();

    /** @param nanos a clock that only goes forward */
    Buckets(Quota quota, LongSupplier nanos) {
        this.quota = quota;
        this.nanos = nanos;
    }

    /**
     * What a look into a bucket found.
     *
     * @param taken whether there was one to take
     * @param remaining requests that may follow at once
     * @param nanosToNext until one more may come, 0 when one may come now
     * @param nanosToFull until all may come at once again
     */
    record Look(boolean taken, int remaining, long nanosToNext, long nanosToFull) {}

    /** Takes one when there is one. */
    Look take(String name) {
        AtomicLong bucket = bucket(name);
        while (true) {
            long now = nanos.getAsLong();
            long was = bucket.get();
            long next = Math.max(was - now, 0) + quota.interval();
            if (next > capacity()) {
                return look(false, was - now);
            }
            if (bucket.compareAndSet(was, now + next)) {
                return look(true, next);
            }
        }
    }

    /** What is there, without taking. */
    Look peek(String name) {
        AtomicLong bucket = fullAt.get(name);
        return look(true, bucket == null ? 0 : bucket.get() - nanos.getAsLong());
    }

    int size() {
        return fullAt.size();
    }

    private Look look(boolean taken, long toFull) {
        long missing = Math.max(toFull, 0);
        long room = capacity() - missing;
        int remaining = (int) (room / quota.interval());
        return new Look(taken, remaining, remaining > 0 ? 0 : quota.interval() - room, missing);
    }

    private long capacity() {
        return quota.interval() * quota.requests();
    }

    private AtomicLong bucket(String name) {
        AtomicLong known = fullAt.get(name);
        if (known != null) {
            return known;
        }
        if (fullAt.size() >= MOST) {
            long now = nanos.getAsLong();
            fullAt.values().removeIf(at -> at.get() - now <= 0);
            if (fullAt.size() >= MOST) {
                fullAt.clear();
            }
        }
        return fullAt.computeIfAbsent(name, n -> new AtomicLong(nanos.getAsLong()));
    }
}
