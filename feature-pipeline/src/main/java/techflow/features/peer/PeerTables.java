package techflow.features.peer;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.PeerReference;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/** Dated tables of one feature set. For an instant the latest counts that is not after it and not too old. Immutable. */
public final class PeerTables implements PeerReference {
    /** No table at all: every rank is missing with NO_DATA. */
    public static final PeerTables NONE = new PeerTables(Collections.emptyNavigableMap());

    /** Older tables say too little of today: a year, and a month to make the next one. */
    public static final int OLDEST_DAYS = 400;

    private static final FeatureName STAGE = new FeatureName("enterprise_stage");

    private final NavigableMap<AsOf, PeerTable> byAsOf;

    private PeerTables(NavigableMap<AsOf, PeerTable> byAsOf) {
        this.byAsOf = byAsOf;
    }

    /** @throws IllegalArgumentException when two tables have one instant, or they are of different feature sets */
    public static PeerTables of(Collection<PeerTable> tables) {
        NavigableMap<AsOf, PeerTable> byAsOf = new TreeMap<>();
        for (PeerTable table : tables) {
            if (byAsOf.put(table.asOf(), table) != null) {
                throw new IllegalArgumentException("there must be one peer table for " + table.asOf() + ", found two");
            }
        }
        if (tables.stream().map(PeerTable::schemaFingerprint).distinct().count() > 1) {
            throw new IllegalArgumentException("peer tables of different feature sets must not be mixed");
        }
        return new PeerTables(Collections.unmodifiableNavigableMap(byAsOf));
    }

    /** All of them, the earliest first. */
    public List<PeerTable> all() {
        return List.copyOf(byAsOf.values());
    }

    /** The table that counts at an instant. */
    public Optional<PeerTable> at(AsOf asOf) {
        return Optional.ofNullable(byAsOf.floorEntry(asOf))
                .map(Map.Entry::getValue)
                .filter(table ->
                        Duration.between(table.asOf().instant(), asOf.instant()).compareTo(Duration.ofDays(OLDEST_DAYS))
                                <= 0);
    }

    /**
     * Where a feature of a firm stands and among whom; empty when it is missing, the firm has no master data, no table
     * counts at the instant or no group is large enough.
     *
     * @param vector of the firm, at the snapshot's instant
     * @param feature the feature that is ranked, not the rank
     */
    public Optional<PeerStanding> standing(Snapshot snapshot, FeatureVector vector, FeatureName feature) {
        double value = vector.number(feature);
        return Double.isNaN(value)
                ? Optional.empty()
                : at(snapshot.asOf())
                        .flatMap(table ->
                                group(snapshot, vector).flatMap(group -> table.standing(group, feature, value)));
    }

    @Override
    public Ranking ranking(Snapshot snapshot, FeatureVector own) {
        return ranking(group(snapshot, own), snapshot.asOf());
    }

    /** The ranking of a firm of a group; without a group nothing is known of the firm. */
    Ranking ranking(Optional<PeerGroup> group, AsOf asOf) {
        if (group.isEmpty()) {
            return (feature, value) -> FeatureValue.missing(MissingReason.NO_DATA);
        }
        Optional<PeerTable> table = at(asOf);
        return (feature, value) -> table.flatMap(t -> t.standing(group.get(), feature, value))
                .map(standing -> FeatureValue.of(standing.percentile()))
                .orElse(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
    }

    @Override
    public boolean isEmpty() {
        return byAsOf.isEmpty();
    }

    @Override
    public void requireMadeFor(FeatureSchema schema) {
        for (PeerTable table : byAsOf.values()) {
            if (!table.schemaFingerprint().equals(schema.fingerprint())) {
                throw new ModelFault(
                        ProblemCode.SCHEMA_MISMATCH,
                        "A peer table must rank the features of " + schema + ", found " + table,
                        Parameter.safe("expected", schema.fingerprint()),
                        Parameter.safe("found", table.schemaFingerprint()));
            }
        }
    }

    /** The finest group of a firm, empty when it has no master data. */
    private static Optional<PeerGroup> group(Snapshot snapshot, FeatureVector vector) {
        return snapshot.profile().map(profile -> group(profile.industry(), profile.province(), vector));
    }

    static PeerGroup group(String industry, String province, FeatureVector vector) {
        Optional<LifeStage> stage = vector.value(STAGE) instanceof FeatureValue.Category known
                ? Optional.of(LifeStage.valueOf(known.label()))
                : Optional.empty();
        return PeerGroup.of(industry, stage, province);
    }
}
