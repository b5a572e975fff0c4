package techflow.features.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.RandomHistories;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;

class PeerTablesTest {
    private static final FeatureName RANK = new FeatureName("peer_pct_sales");
    private static final FeatureName SALES = new FeatureName("tax_sales_12m");
    private static final AsOf FIRST = PeerWorld.DATES.getFirst();
    private static final AsOf LAST = PeerWorld.DATES.getLast();

    private final PeerWorld world = PeerWorld.world();
    private final FeatureCatalog unbound = StandardCatalog.catalog();

    @Test
    void the_latest_table_that_is_not_after_the_instant_and_not_too_old_counts() {
        PeerTables tables = world.tables();
        assertThat(tables.at(later(FIRST, Duration.ofMillis(-1)))).isEmpty();
        assertThat(tables.at(FIRST)).map(PeerTable::asOf).contains(FIRST);
        assertThat(tables.at(later(PeerWorld.DATES.get(1), Duration.ofMillis(-1))))
                .map(PeerTable::asOf)
                .contains(FIRST);
        Duration oldest = Duration.ofDays(PeerTables.OLDEST_DAYS);
        assertThat(tables.at(later(LAST, oldest))).map(PeerTable::asOf).contains(LAST);
        assertThat(tables.at(later(LAST, oldest.plusMillis(1)))).isEmpty();
    }

    @Test
    void a_table_of_a_later_date_never_changes_a_past_rank() {
        PeerTables fewer = PeerTables.of(world.tables().all().subList(0, 3));
        AsOf before = later(PeerWorld.DATES.get(3), Duration.ofMillis(-1));
        world.histories().forEach((firm, signals) -> {
            Snapshot snapshot = Snapshot.cut(firm, before, signals);
            assertThat(unbound.against(fewer).compute(snapshot))
                    .isEqualTo(world.catalog().compute(snapshot));
        });
    }

    @Test
    void a_staged_vector_completed_equals_what_the_bound_catalogue_computes() {
        PeerStaging staging = new PeerStaging(unbound);
        RandomHistories random = new RandomHistories(21);
        int ranked = 0;
        for (int i = 0; i < 100; i++) {
            EnterpriseId firm = random.enterprise();
            Snapshot snapshot = Snapshot.cut(firm, random.asOf(), PeerWorld.grouped(random.history(firm)));
            FeatureVector completed = staging.completed(staging.catalog().compute(snapshot), world.tables());
            assertThat(completed)
                    .as("seed 21, history %d", i)
                    .isEqualTo(world.catalog().compute(snapshot));
            ranked += Double.isNaN(completed.number(RANK)) ? 0 : 1;
        }
        assertThat(ranked).isGreaterThan(30);
    }

    @Test
    void a_rank_says_why_it_is_missing() {
        EnterpriseId firm = ranked();
        List<Signal> history = world.history(firm);
        assertThat(rank(world.catalog(), Snapshot.cut(firm, LAST, history))).isInstanceOf(FeatureValue.Numeric.class);
        assertThat(rank(unbound, Snapshot.cut(firm, LAST, history)))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
        assertThat(unbound.against(PeerTables.NONE).compute(Snapshot.cut(firm, LAST, history)))
                .as("no table at all")
                .isEqualTo(unbound.compute(Snapshot.cut(firm, LAST, history)));
        assertThat(rank(world.catalog(), Snapshot.cut(firm, later(LAST, Duration.ofDays(500)), history)))
                .as("no table that counts")
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY));
        assertThat(rank(world.catalog(), Snapshot.cut(firm, LAST, without(SignalKind.ENTERPRISE_PROFILE, history))))
                .as("no master data")
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
        Snapshot noSales = Snapshot.cut(firm, LAST, without(SignalKind.MONTHLY_TAX, history));
        assertThat(rank(world.catalog(), noSales))
                .as("as the feature that is ranked")
                .isEqualTo(unbound.compute(noSales).value(SALES))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    @Test
    void the_standing_names_the_group_of_the_rank() {
        EnterpriseId firm = ranked();
        Snapshot snapshot = Snapshot.cut(firm, LAST, world.history(firm));
        FeatureVector vector = world.catalog().compute(snapshot);
        PeerStanding standing = world.tables().standing(snapshot, vector, SALES).orElseThrow();
        assertThat(vector.number(RANK)).isEqualTo(standing.percentile());
        assertThat(standing.group().industry())
                .contains(snapshot.profile().orElseThrow().industry());
    }

    @Test
    void bound_or_not_the_schema_is_the_same_and_every_rank_inherits_its_direction() {
        assertThat(world.catalog().schema()).isEqualTo(unbound.schema());
        assertThat(unbound.definitions())
                .filteredOn(definition -> definition.family() == FeatureFamily.PEER)
                .hasSizeBetween(8, 12)
                .allSatisfy(rank -> assertThat(unbound.definition(rank.rankOf().orElseThrow())
                                .orElseThrow()
                                .direction())
                        .isEqualTo(rank.direction()));
    }

    @Test
    void tables_of_another_feature_set_are_refused() {
        List<FeatureDefinition> fewer =
                unbound.definitions().subList(1, unbound.definitions().size());
        FeatureCatalog other = new FeatureCatalog("fs-x", fewer);
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> other.against(world.tables()))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SCHEMA_MISMATCH));
        assertThat(other.against(PeerTables.NONE).schema()).isEqualTo(other.schema());
    }

    @Test
    void two_tables_of_one_instant_are_refused() {
        PeerTable first = world.tables().all().getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> PeerTables.of(List.of(first, first)));
    }

    private EnterpriseId ranked() {
        return world.histories().keySet().stream()
                .filter(firm -> rank(world.catalog(), Snapshot.cut(firm, LAST, world.history(firm)))
                        instanceof FeatureValue.Numeric)
                .findFirst()
                .orElseThrow();
    }

    private static FeatureValue rank(FeatureCatalog catalog, Snapshot snapshot) {
        return catalog.compute(snapshot).value(RANK);
    }

    private static List<Signal> without(SignalKind kind, List<Signal> history) {
        return history.stream().filter(signal -> signal.kind() != kind).toList();
    }

    private static AsOf later(AsOf asOf, Duration by) {
        return new AsOf(asOf.instant().plus(by));
    }
}
