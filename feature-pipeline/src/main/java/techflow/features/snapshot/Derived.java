package techflow.features.snapshot;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A view of a snapshot that several features look at, such as the monthly sales or the patents with their stages. Each
 * snapshot computes it at most once, at the first question, and keeps it ({@link Snapshot#derived}).
 *
 * <p>It is known by its identity: make it once, in a {@code private static final} field. One made anew for each question
 * would be computed each time and kept beside the others.
 *
 * @param <T> what the view gives; it must not be changed by whoever gets it
 */
public final class Derived<T> {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final int number = MADE.getAndIncrement();
    private final Function<Snapshot, T> view;

    private Derived(Function<Snapshot, T> view) {
        this.view = view;
    }

    /** @param view pure: the same for the same snapshot, and never null */
    public static <T> Derived<T> of(Function<Snapshot, T> view) {
        return new Derived<>(view);
    }

    /** How many were made before it: where a snapshot looks for it first. */
    int number() {
        return number;
    }

    /** How many have been made so far. */
    static int made() {
        return MADE.get();
    }

    T on(Snapshot snapshot) {
        return view.apply(snapshot);
    }
}
