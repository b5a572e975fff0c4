package techflow.api.security.limit;

import java.util.function.LongSupplier;
import techflow.api.security.SecurityObserver;
import techflow.problem.RecordFault;

/** Who presents wrong keys or tokens too often has to wait, whatever it presents next. Counted by remote address. */
public final class FailureLimit {
    private final Buckets buckets;
    private final SecurityObserver observer;

    /** @param nanos a clock that only goes forward */
    public FailureLimit(Quota quota, SecurityObserver observer, LongSupplier nanos) {
        this.buckets = new Buckets(quota, nanos);
        this.observer = observer;
    }

    /** @throws RecordFault RATE_LIMITED when the address has failed too often */
    public void requireRoom(String address) {
        Buckets.Look look = buckets.peek(address);
        if (look.remaining() == 0) {
            observer.limited("authentication");
            throw new RateLimited("Too many wrong credentials came from this address", look.nanosToNext()).fault();
        }
    }

    /** One more wrong credential. */
    public void count(String address) {
        buckets.take(address);
    }
}
