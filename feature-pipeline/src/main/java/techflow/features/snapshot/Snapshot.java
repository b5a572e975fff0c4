package techflow.features.snapshot;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;

/**
 * What could be known about one enterprise at one instant: the only thing a feature sees. Immutable to whoever looks at
 * it; it remembers the views that were asked for ({@link #derived}). Thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // arrays by kind live within one call: no ordinal is kept or handed out
public final class Snapshot {
    private static final int KINDS = SignalKind.values().length;
    private static final int FIRST_ROOM = 16;
    private static final int MOST_VIEWS = 256;

    private final EnterpriseId enterprise;
    private final AsOf asOf;
    private final Map<SignalKind, List<Signal>> byKind;

    /** The views known by constants, by their numbers; the others, made later or one too many, stand in {@link #others}. */
    private final AtomicReferenceArray<Object> views = new AtomicReferenceArray<>(Math.min(Derived.made(), MOST_VIEWS));

    private final Map<Derived<?>, Object> others = new ConcurrentHashMap<>(0);

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
    @SuppressWarnings("ReferenceEquality") // the same name needs no second look; another one gets it
    public static Snapshot cut(EnterpriseId enterprise, AsOf asOf, Collection<? extends Signal> history) {
        Signal[][] filed = new Signal[KINDS][0];
        int[] counts = new int[KINDS];
        EnterpriseId named = enterprise;
        Class<?> type = Signal.class; // signals of one kind mostly come together, and share the name of the firm
        int kind = 0;
        for (Signal signal : history) {
            SignalHeader header = signal.header();
            if (header.enterprise() != named) {
                requireAbout(enterprise, header);
                named = header.enterprise();
            }
            if (header.knownAt().isBefore(asOf.instant())) {
                if (signal.getClass() != type) {
                    type = signal.getClass();
                    kind = signal.kind().ordinal();
                }
                filed[kind] = withRoom(filed[kind], counts[kind]);
                filed[kind][counts[kind]++] = signal;
            }
        }
        Map<SignalKind, List<Signal>> byKind = new EnumMap<>(SignalKind.class);
        for (SignalKind each : SignalKind.values()) {
            int count = counts[each.ordinal()];
            if (count > 0) {
                byKind.put(each, Versions.of(each).latest(Arrays.copyOf(filed[each.ordinal()], count)));
            }
        }
        return new Snapshot(enterprise, asOf, byKind);
    }

    private static void requireAbout(EnterpriseId enterprise, SignalHeader header) {
        if (!header.enterprise().equals(enterprise)) {
            throw new IllegalArgumentException("a snapshot of " + enterprise.masked() + " must not hold a signal of "
                    + header.enterprise().masked());
        }
    }

    private static Signal[] withRoom(Signal[] signals, int count) {
        return count < signals.length ? signals : Arrays.copyOf(signals, Math.max(FIRST_ROOM, 2 * count));
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
        Object kept = kept(view);
        return (T) (kept == null ? derive(view) : kept);
    }

    private @Nullable Object kept(Derived<?> view) {
        return view.number() < views.length() ? views.get(view.number()) : others.get(view);
    }

    private Object derive(Derived<?> view) {
        synchronized (views) { // not computeIfAbsent, in which a view could not ask for another one
            Object kept = kept(view);
            if (kept == null) {
                kept = view.on(this);
                keep(view, kept);
            }
            return kept;
        }
    }

    private void keep(Derived<?> view, Object result) {
        if (view.number() < views.length()) {
            views.set(view.number(), result);
        } else {
            others.put(view, result);
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
