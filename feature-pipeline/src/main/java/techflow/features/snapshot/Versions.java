package techflow.features.snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalKind;

/** The known versions of one kind, brought down to the latest of each observation, in canonical order. */
final class Versions {
    private static final Map<SignalKind, Versions> OF_KIND = ofKind();

    private final Comparator<Signal> sameObservation;
    private final Comparator<Signal> canonical;

    private Versions(SignalKind kind) {
        KeyOrder keys = KeyOrder.of(kind);
        this.sameObservation = keys.versions();
        this.canonical = keys.canonical();
    }

    static Versions of(SignalKind kind) {
        return Optional.ofNullable(OF_KIND.get(kind)).orElseThrow();
    }

    private static Map<SignalKind, Versions> ofKind() {
        Map<SignalKind, Versions> versions = new EnumMap<>(SignalKind.class);
        for (SignalKind kind : SignalKind.values()) {
            versions.put(kind, new Versions(kind));
        }
        return versions;
    }

    /** The latest version of each observation, by day and then by natural key; the array is changed on the way. */
    List<Signal> latest(Signal[] known) {
        Signal[] latest = known;
        if (!ascends(known, sameObservation)) {
            Arrays.sort(known, sameObservation);
            latest = lastOfEach(known);
        }
        if (!ascends(latest, canonical)) {
            Arrays.sort(latest, canonical);
        }
        return List.of(latest);
    }

    /** True when each is greater than the one before: sources send rows in the order of time, most of them once. */
    private static boolean ascends(Signal[] signals, Comparator<Signal> order) {
        for (int i = 1; i < signals.length; i++) {
            if (order.compare(signals[i - 1], signals[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private Signal[] lastOfEach(Signal[] known) {
        int kept = 0;
        for (int i = 1; i < known.length; i++) {
            if (sameObservation.compare(known[kept], known[i]) == 0) {
                known[kept] = later(known[kept], known[i]);
            } else {
                known[++kept] = known[i];
            }
        }
        return Arrays.copyOf(known, kept + 1);
    }

    /** The one known later; of two known at once a fixed one, whatever their order. */
    private static Signal later(Signal one, Signal other) {
        int known = one.knownAt().compareTo(other.knownAt());
        if (known == 0) {
            return text(one).compareTo(text(other)) >= 0 ? one : other;
        }
        return known > 0 ? one : other;
    }

    /** The signal's row: unlike {@code toString} of a record with a map, it is the same in every virtual machine. */
    private static String text(Signal signal) {
        return String.join("\u001f", SignalDecoder.encode(signal));
    }
}
