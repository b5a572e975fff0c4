package techflow.features.snapshot;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalKind;

/**
 * What could be known about one enterprise at one instant: the only thing a feature sees. Immutable to whoever looks at
 * it; it remembers the views that were asked for ({@link #derived}). Thread-safe.
 */
public final class Snapshot {
    private static final Comparator<Version> CANONICAL =
            Comparator.comparingLong(Version::day).thenComparing(Version::key);

    private final EnterpriseId enterprise;
    private final AsOf asOf;
    private final Map<SignalKind, List<Signal>> byKind;
    private final Map<Derived<?>, Object> views = new ConcurrentHashMap<>();

    private Snapshot(EnterpriseId enterprise, AsOf asOf, Map<SignalKind, List<Signal>> byKind) {
        this.enterprise = enterprise;
        this.asOf = asOf;
        this.byKind = byKind;
    }

    /**
     * Cuts a history at an instant: signals known at or after it are left out, restated observations keep only their
     * latest known version, order is canonical.
     *
     * @throws IllegalArgumentException when a signal is about another enterprise
     */
    public static Snapshot cut(EnterpriseId enterprise, AsOf asOf, Collection<? extends Signal> history) {
        Map<SignalKind, Map<String, Version>> latest = new EnumMap<>(SignalKind.class);
        for (Signal signal : history) {
            if (!signal.enterprise().equals(enterprise)) {
                throw new IllegalArgumentException("a snapshot of " + enterprise.masked()
                        + " must not hold a signal of " + signal.enterprise().masked());
            }
            if (signal.knownAt().isBefore(asOf.instant())) {
                Version version = new Version(
                        signal, signal.naturalKey(), signal.occurredAt().toEpochDay());
                latest.computeIfAbsent(signal.kind(), kind -> new LinkedHashMap<>())
                        .merge(version.key(), version, Version::latest);
            }
        }
        Map<SignalKind, List<Signal>> sorted = new EnumMap<>(SignalKind.class);
        latest.forEach((kind, versions) -> sorted.put(
                kind,
                versions.values().stream()
                        .sorted(CANONICAL)
                        .map(Version::signal)
                        .toList()));
        return new Snapshot(enterprise, asOf, sorted);
    }

    /** A signal with what it is sorted by, computed once. */
    private record Version(Signal signal, String key, long day) {
        /** The one known later; of two known at once a fixed one, whatever their order. */
        static Version latest(Version one, Version other) {
            int known = one.signal.knownAt().compareTo(other.signal.knownAt());
            if (known == 0) {
                return text(one.signal).compareTo(text(other.signal)) >= 0 ? one : other;
            }
            return known > 0 ? one : other;
        }
    }

    /** The signal's row: unlike {@code toString} of a record with a map, it is the same in every virtual machine. */
    private static String text(Signal signal) {
        return String.join("\u001f", SignalDecoder.encode(signal));
    }

    public EnterpriseId enterprise() {
        return enterprise;
    }

    public AsOf asOf() {
        return asOf;
    }

    /** The signals of one record type, ordered by day and natural key; empty when none was known. */
    @SuppressWarnings("unchecked") // byKind files every signal under its own kind, and a kind is one record type
    public <S extends Signal> List<S> signals(SignalKind kind, Class<S> type) {
        if (kind.type() != type) {
            throw new IllegalArgumentException(
                    kind + " holds " + kind.type().getSimpleName() + ", asked for " + type.getSimpleName());
        }
        return (List<S>) byKind.getOrDefault(kind, List.of());
    }

    /** The master data last known, empty for a firm that is not registered here yet. */
    public Optional<EnterpriseProfile> profile() {
        return signals(SignalKind.ENTERPRISE_PROFILE, EnterpriseProfile.class).stream()
                .findFirst();
    }

    /**
     * The view of this snapshot, computed at the first question and kept: it is the same object for every caller, on every
     * thread. A view may ask for other views.
     */
    @SuppressWarnings("unchecked") // a view is filed under itself, and gives its own type
    public <T> T derived(Derived<T> view) {
        Object kept = views.get(view);
        return (T) (kept == null ? derive(view) : kept);
    }

    private Object derive(Derived<?> view) {
        synchronized (views) { // not computeIfAbsent, in which a view could not ask for another one
            Object kept = views.get(view);
            if (kept == null) {
                kept = view.on(this);
                views.put(view, kept);
            }
            return kept;
        }
    }

    /** True when nothing at all was known. */
    public boolean isEmpty() {
        return byKind.isEmpty();
    }

    /** The kinds of which at least one signal was known. */
    public List<SignalKind> kinds() {
        return List.copyOf(byKind.keySet());
    }

    /** The latest signal of a kind by the day it happened, empty when none was known. */
    public Optional<Signal> latest(SignalKind kind) {
        List<Signal> signals = byKind.getOrDefault(kind, List.of());
        return signals.isEmpty() ? Optional.empty() : Optional.of(signals.getLast());
    }
}
