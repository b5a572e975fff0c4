package techflow.features.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;

/** The left side of every training set: which enterprises are looked at, and as of when. */
public final class Spine {
    /**
     * One question.
     *
     * @param enterprise whose features
     * @param asOf as of when
     */
    public record Point(EnterpriseId enterprise, AsOf asOf) {}

    private final Map<EnterpriseId, List<AsOf>> byEnterprise;
    private final List<AsOf> everyone;

    private Spine(Map<EnterpriseId, List<AsOf>> byEnterprise, List<AsOf> everyone) {
        this.byEnterprise = byEnterprise;
        this.everyone = everyone;
    }

    /** Every enterprise that the store tells anything of, as of one instant; needs no memory, whatever their number. */
    public static Spine everyone(AsOf asOf) {
        return new Spine(Map.of(), List.of(asOf));
    }

    /** True when the spine does not name its enterprises but takes those of the store. */
    public boolean isEveryone() {
        return !everyone.isEmpty();
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
        return new Spine(frozen, List.of());
    }

    /** The instants asked for one enterprise, ascending; empty when it is not on the spine. */
    public List<AsOf> times(EnterpriseId enterprise) {
        return byEnterprise.getOrDefault(enterprise, everyone);
    }

    /** @throws IllegalStateException for {@link #everyone}, who are known to the store alone */
    public Collection<EnterpriseId> enterprises() {
        requireNamed();
        return byEnterprise.keySet();
    }

    /** @throws IllegalStateException for {@link #everyone}, who are not counted */
    public int size() {
        requireNamed();
        return byEnterprise.values().stream().mapToInt(List::size).sum();
    }

    private void requireNamed() {
        if (isEveryone()) {
            throw new IllegalStateException("a spine of everyone does not name its enterprises");
        }
    }
}
