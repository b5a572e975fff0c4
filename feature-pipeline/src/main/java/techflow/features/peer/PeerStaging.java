package techflow.features.peer;

import static techflow.features.definition.FeatureDefinition.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;

/**
 * One pass over the signals for both the tables and the vectors: the features of a catalogue and, beside them as two
 * numbers, the division and the province. From such a staged vector a table is built, and when the tables are there, the
 * vector is {@link #completed} without a look at the signals again.
 */
public final class PeerStaging {
    private static final FeatureName INDUSTRY = new FeatureName("peer_group_industry");
    private static final FeatureName PROVINCE = new FeatureName("peer_group_province");

    /** Divisions of one section: C39 is 3 × 100 + 39. */
    private static final int DIVISIONS = 100;

    private final FeatureCatalog catalog;
    private final FeatureCatalog staging;
    private final List<FeatureName> ranked;

    /** @param catalog whose ranks are to be told; bound or not */
    public PeerStaging(FeatureCatalog catalog) {
        this.catalog = catalog;
        this.ranked = catalog.ranked().stream().sorted().toList();
        List<FeatureDefinition> definitions = new ArrayList<>(catalog.definitions());
        definitions.add(industry());
        definitions.add(province());
        this.staging = new FeatureCatalog(catalog.schema().version() + "+peer-group", definitions);
    }

    /** What an engine computes for {@link PeerTable.Builder#add} and {@link #completed}. */
    public FeatureCatalog catalog() {
        return staging;
    }

    /** A table to be filled with every firm of the population as of one instant. */
    public PeerTable.Builder table(AsOf asOf) {
        return table(asOf, PeerTable.SMALLEST_GROUP);
    }

    /** @param smallestGroup known values below which a group is not told, at least 1 */
    public PeerTable.Builder table(AsOf asOf, int smallestGroup) {
        return new PeerTable.Builder(asOf, catalog.schema(), this, smallestGroup);
    }

    /** The vector of the catalogue with its ranks told by the tables: equal to what the bound catalogue computes. */
    public FeatureVector completed(FeatureVector staged, PeerTables tables) {
        FeatureSchema schema = catalog.schema();
        FeatureVector own = new FeatureVector(
                staged.enterprise(),
                staged.asOf(),
                schema,
                checked(staged).values().subList(0, schema.size()));
        tables.requireMadeFor(schema);
        if (tables.isEmpty()) {
            return own;
        }
        return catalog.ranked(own, tables.ranking(group(staged), staged.asOf()));
    }

    /** The features that are ranked, by name. */
    List<FeatureName> ranked() {
        return ranked;
    }

    /** The finest group of a staged firm, empty when it has no master data. */
    Optional<PeerGroup> group(FeatureVector staged) {
        double industry = checked(staged).number(INDUSTRY);
        double province = staged.number(PROVINCE);
        return Double.isNaN(industry)
                ? Optional.empty()
                : Optional.of(PeerTables.group(
                        division((int) industry), String.format(Locale.ROOT, "%02d", (int) province), staged));
    }

    private FeatureVector checked(FeatureVector staged) {
        staging.schema().differenceTo(staged.schema()).ifPresent(difference -> {
            throw new IllegalArgumentException("a staged vector has another schema: " + difference);
        });
        return staged;
    }

    private static int code(String division) {
        return (division.charAt(0) - 'A' + 1) * DIVISIONS + Integer.parseInt(division.substring(1));
    }

    private static String division(int code) {
        return String.format(Locale.ROOT, "%c%02d", 'A' + code / DIVISIONS - 1, code % DIVISIONS);
    }

    private static FeatureDefinition industry() {
        return described(INDUSTRY, "行业门类与大类代码", "GB/T 4754 division as a number: C39 is 3 × 100 + 39.")
                .is(snapshot -> known(snapshot.profile().map(profile -> code(profile.industry()))));
    }

    private static FeatureDefinition province() {
        return described(PROVINCE, "省级行政区划代码", "GB/T 2260 province as a number.")
                .is(snapshot -> known(
                        snapshot.profile().map(EnterpriseProfile::province).map(Integer::valueOf)));
    }

    private static FeatureDefinition.Builder described(FeatureName name, String chinese, String description) {
        return feature(name.value(), chinese, FeatureFamily.PEER)
                .describedAs(description)
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .noDirection("a code has no order; it tells the peer group and is never a feature of a model")
                .missingMeans("no master data known")
                .source("own design")
                .reads(SignalKind.ENTERPRISE_PROFILE);
    }

    private static FeatureValue known(Optional<Integer> code) {
        return code.map(FeatureValue::of).orElse(FeatureValue.missing(MissingReason.NO_DATA));
    }
}
