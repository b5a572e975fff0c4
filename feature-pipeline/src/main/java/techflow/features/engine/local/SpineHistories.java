package techflow.features.engine.local;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.store.SignalStore.History;
import techflow.features.store.SignalStore.Undecoded;
import techflow.features.store.Spine;

/**
 * The history of every enterprise of a spine, in order: the stored one, or an empty one. Both sides ascend, so that one
 * pass joins them; firms of the store that are not on the spine are skipped.
 */
public final class SpineHistories implements Iterator<Undecoded> {
    private final Iterator<EnterpriseId> spine;
    private final Iterator<Undecoded> stored;
    private Optional<Undecoded> ahead = Optional.empty();

    /** @param stored ascending by enterprise */
    public SpineHistories(Spine spine, Iterator<Undecoded> stored) {
        this.spine = spine.enterprises().iterator();
        this.stored = stored;
    }

    @Override
    public boolean hasNext() {
        return spine.hasNext();
    }

    /** @throws NoSuchElementException at the end of the spine */
    @Override
    public Undecoded next() {
        EnterpriseId wanted = spine.next();
        while (before(wanted) && stored.hasNext()) {
            ahead = Optional.of(stored.next());
        }
        return ahead.filter(history -> history.enterprise().equals(wanted))
                .orElseGet(() -> new Undecoded(wanted, () -> new History(wanted, List.of())));
    }

    private boolean before(EnterpriseId wanted) {
        return ahead.map(history -> history.enterprise().compareTo(wanted) < 0).orElse(true);
    }
}
