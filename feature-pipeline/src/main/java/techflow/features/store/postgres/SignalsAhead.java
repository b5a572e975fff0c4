package techflow.features.store.postgres;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import techflow.features.signal.Signal;

/** An iterator whose next signal can be looked at without taking it. */
final class SignalsAhead implements Iterator<Signal> {
    private final Iterator<? extends Signal> source;
    private Optional<Signal> ahead = Optional.empty();

    SignalsAhead(Iterator<? extends Signal> source) {
        this.source = source;
    }

    /** The signal that {@link #next} will take. */
    Signal peek() {
        if (ahead.isEmpty()) {
            ahead = Optional.of(source.next());
        }
        return ahead.get();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent() || source.hasNext();
    }

    @Override
    public Signal next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no signal is left");
        }
        Signal next = peek();
        ahead = Optional.empty();
        return next;
    }
}
