package techflow.features.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/**
 * The left side of every training set: which enterprises are looked at, and as of when. Either points that are listed, or
 * every firm of the store at the same instants, which needs no list and no memory.
 */
public final class Spine {
    /**
     * One question.
     *
     * @param enterprise whose features
     * @param asOf as of when
     */
    public record Point(EnterpriseId enterprise, AsOf asOf) {}

    private final Map<EnterpriseId, List<AsOf>> byEnterprise;
    private final Optional<List<AsOf>> everyFirm;

    private Spine(Map<EnterpriseId, List<AsOf>> byEnterprise, Optional<List<AsOf>> everyFirm) {
        this.byEnterprise = byEnterprise;
        this.everyFirm = everyFirm;
    }

    /** Every firm that the store holds, at each of these instants. */
    public static Spine everyFirm(Collection<AsOf> times) {
        return new Spine(
                Map.of(), Optional.of(times.stream().sorted().distinct().toList()));
    }

    /** Points in any order; each is kept once, ordered by enterprise and then by time. */
    public static Spine of(Collection<Point> points) {
        Map<EnterpriseId, java.util.TreeSet<AsOf>> sorted = new TreeMap<>();
        for (Point point : points) {
            sorted.computeIfAbsent(point.enterprise(), id -> new java.util.TreeSet<>())
                    .add(point.asOf());
        }
        Map<EnterpriseId, List<AsOf>> frozen = new TreeMap<>();
        sorted.forEach((id, times) -> frozen.put(id, List.copyOf(times)));
        return new Spine(frozen, Optional.empty());
    }

    /** The instants asked for one enterprise, ascending; empty when it is not on the spine. */
    public List<AsOf> times(EnterpriseId enterprise) {
        return everyFirm.orElseGet(() -> byEnterprise.getOrDefault(enterprise, List.of()));
    }

    /** True when the firms are those of the store, whichever they are. */
    public boolean isEveryFirm() {
        return everyFirm.isPresent();
    }

    /** The part after an enterprise: where an interrupted run goes on. */
    public Spine after(EnterpriseId last) {
        return everyFirm.isPresent() ? this : new Spine(new TreeMap<>(byEnterprise).tailMap(last, false), everyFirm);
    }

    /** @throws IllegalStateException for a spine of every firm, which only the store can name */
    public Collection<EnterpriseId> enterprises() {
        requireList();
        return byEnterprise.keySet();
    }

    /** @throws IllegalStateException for a spine of every firm, which only the store can count */
    public int size() {
        requireList();
        return byEnterprise.values().stream().mapToInt(List::size).sum();
    }

    private void requireList() {
        if (everyFirm.isPresent()) {
            throw new IllegalStateException("a spine of every firm does not list them: ask the store");
        }
    }
}
