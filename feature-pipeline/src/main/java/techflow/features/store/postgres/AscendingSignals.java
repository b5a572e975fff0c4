package techflow.features.store.postgres;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;

/** Tells what is new in a stream that ascends by enterprise, remembering the rows of one enterprise only. */
final class AscendingSignals {
    /** What a signal is to those before it. */
    enum Verdict {
        NEW,
        /** Equal to one before. */
        DUPLICATE,
        /** The same observation, known at the same instant, saying something else. */
        CONFLICT
    }

    private record Key(SignalKind kind, String naturalKey, Instant knownAt) {}

    private final Map<Key, Signal> seen = new HashMap<>();
    private Optional<EnterpriseId> current = Optional.empty();

    /** False when the signal's enterprise stands before the last one: then nothing can be told of it. */
    boolean isInOrder(Signal signal) {
        return current.map(last -> last.compareTo(signal.enterprise()) <= 0).orElse(true);
    }

    /** Judges the next signal, which must be in order. */
    Verdict judge(Signal signal) {
        if (current.filter(signal.enterprise()::equals).isEmpty()) {
            current = Optional.of(signal.enterprise());
            seen.clear();
        }
        Signal before = seen.putIfAbsent(new Key(signal.kind(), signal.naturalKey(), signal.knownAt()), signal);
        if (before == null) {
            return Verdict.NEW;
        }
        return before.equals(signal) ? Verdict.DUPLICATE : Verdict.CONFLICT;
    }
}
