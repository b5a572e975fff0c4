package techflow.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.peer.PeerStaging;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/**
 * A small population of random histories in few industries and provinces, so that every level of peer group occurs, and
 * its tables of a series of dates. At most 100 firms: then every percentile is exact.
 */
public final class PeerWorld {
    public static final long SEED = 4_711;
    public static final int SMALLEST_GROUP = 4;
    public static final List<AsOf> DATES =
            List.of(day(2022, 1), day(2022, 10), day(2023, 10), day(2024, 10), day(2025, 10), day(2026, 7));

    private static final int FIRMS = 100;
    private static final List<String> INDUSTRIES = List.of("C38", "C39", "I65");
    private static final List<String> PROVINCES = List.of("32", "44");

    private static final PeerWorld WORLD = new PeerWorld(SEED);

    private final Map<EnterpriseId, List<Signal>> histories = new TreeMap<>();
    private final PeerTables tables;

    private PeerWorld(long seed) {
        RandomHistories random = new RandomHistories(seed);
        for (int i = 0; i < FIRMS; i++) {
            EnterpriseId enterprise = random.enterprise();
            histories.put(enterprise, grouped(random.history(enterprise)));
        }
        tables =
                PeerTables.of(DATES.stream().map(date -> table(histories, date)).toList());
    }

    /** The world of {@link #SEED}, made once. */
    public static PeerWorld world() {
        return WORLD;
    }

    public Map<EnterpriseId, List<Signal>> histories() {
        return histories;
    }

    public List<Signal> history(EnterpriseId enterprise) {
        return histories.getOrDefault(enterprise, List.of());
    }

    public PeerTables tables() {
        return tables;
    }

    /** The catalogue of this release, bound to the tables. */
    public FeatureCatalog catalog() {
        return StandardCatalog.catalog().against(tables);
    }

    /** The table of a population, by the obvious loop. */
    public static PeerTable table(Map<EnterpriseId, List<Signal>> histories, AsOf asOf) {
        PeerStaging staging = new PeerStaging(StandardCatalog.catalog());
        PeerTable.Builder builder = staging.table(asOf, SMALLEST_GROUP);
        histories.forEach((firm, signals) -> builder.add(staging.catalog().compute(Snapshot.cut(firm, asOf, signals))));
        return builder.build();
    }

    /** The same history with every profile moved into one of few industries and provinces. */
    public static List<Signal> grouped(Collection<? extends Signal> history) {
        List<Signal> grouped = new ArrayList<>();
        for (Signal signal : history) {
            grouped.add(signal instanceof EnterpriseProfile profile ? grouped(profile) : signal);
        }
        return grouped;
    }

    private static EnterpriseProfile grouped(EnterpriseProfile profile) {
        int number = Integer.parseInt(profile.industry().substring(1));
        return new EnterpriseProfile(
                profile.header(),
                profile.name(),
                INDUSTRIES.get(number % INDUSTRIES.size()),
                profile.field(),
                PROVINCES.get(Integer.parseInt(profile.province()) % PROVINCES.size()),
                profile.establishedOn(),
                profile.registeredCapital());
    }

    private static AsOf day(int year, int month) {
        return AsOf.startOf(LocalDate.of(year, month, 1));
    }
}
