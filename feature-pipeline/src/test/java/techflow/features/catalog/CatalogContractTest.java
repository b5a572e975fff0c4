package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.RandomHistories;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

class CatalogContractTest {
    private static final AsOf NOW = AsOf.startOf(LocalDate.of(2026, 11, 1));
    private static final EnterpriseId FIRM = EnterpriseId.placeholder("MA5T0000");

    private final List<FeatureDefinition> definitions =
            StandardCatalog.catalog().definitions();
    private final Map<Snapshot, FeatureVector> bound = new IdentityHashMap<>();

    @Test
    void every_definition_says_what_it_is_why_and_whence() {
        assertThat(definitions).hasSizeGreaterThanOrEqualTo(120).allSatisfy(definition -> {
            assertThat(definition.chineseName()).matches(".*\\p{IsHan}.*");
            assertThat(definition.description()).endsWith(".").hasSizeGreaterThan(30);
            assertThat(definition.directionReason()).hasSizeGreaterThan(15);
            assertThat(definition.missingMeans()).hasSizeGreaterThan(10);
            assertThat(definition.source()).isNotBlank();
            assertThat(definition.reads()).isNotEmpty();
        });
    }

    @Test
    void chinese_names_are_unique() {
        assertThat(definitions).extracting(FeatureDefinition::chineseName).doesNotHaveDuplicates();
    }

    @Test
    void every_family_and_every_kind_of_signal_is_used() {
        assertThat(definitions).extracting(FeatureDefinition::family).containsAll(EnumSet.allOf(FeatureFamily.class));
        Set<SignalKind> read = EnumSet.noneOf(SignalKind.class);
        definitions.forEach(definition -> read.addAll(definition.reads()));
        assertThat(read).containsExactlyInAnyOrder(SignalKind.values());
    }

    @Test
    void families_stand_together_in_their_order() {
        assertThat(definitions.stream().map(FeatureDefinition::family).distinct())
                .containsExactly(FeatureFamily.values());
        assertThat(definitions).extracting(FeatureDefinition::family).isSorted();
    }

    @Test
    void the_four_indicators_of_the_policy_are_features() {
        assertThat(definitions)
                .extracting(FeatureDefinition::chineseName)
                .contains("科技创新成果总含量", "科技创新成果净含量", "发明专利密集度", "研发投入稳定值");
    }

    @Test
    void indicators_without_a_published_formula_are_said_to_be_our_own() {
        for (String name : List.of(
                "ip_gross_content",
                "ip_net_content",
                "invention_density",
                "rd_stability",
                "patent_quality",
                "patent_legal_value",
                "patent_technical_value",
                "patent_economic_value",
                "technology_contracts_36m",
                "rd_precocity_months",
                "rd_intensity",
                "certificate_points",
                "high_tech_revenue_share")) {
            assertThat(definition(name).source()).contains("our working definition, no official formula is published");
        }
    }

    @Test
    void only_the_technology_field_and_the_stage_are_categories_and_they_have_no_direction() {
        assertThat(definitions)
                .filteredOn(definition -> definition.unit() == Unit.CATEGORY)
                .allSatisfy(definition -> assertThat(definition.direction()).isEqualTo(Direction.NONE))
                .extracting(definition -> definition.name().value())
                .containsExactly("technology_field", "enterprise_stage");
    }

    @Test
    void the_checks_for_gaming_are_a_family_of_their_own_and_all_of_them_riskier() {
        assertThat(definitions)
                .filteredOn(definition -> definition.family() == FeatureFamily.INTEGRITY)
                .allSatisfy(definition -> assertThat(definition.direction()).isEqualTo(Direction.RISKIER_WHEN_HIGHER))
                .extracting(definition -> definition.name().value())
                .containsExactly(
                        "low_value_patent_burst",
                        "bought_patents_before_certificate",
                        "circular_invoice_share",
                        "electricity_sales_gap");
    }

    @Test
    void a_firm_of_which_nothing_is_known_has_only_missing_values_with_no_data() {
        Snapshot nothing = Snapshot.cut(FIRM, NOW, List.of());
        assertThat(StandardCatalog.catalog().compute(nothing).values())
                .containsOnly(FeatureValue.missing(MissingReason.NO_DATA));
    }

    @Test
    void a_feature_reads_only_the_kinds_that_it_declares() {
        RandomHistories random = new RandomHistories(99);
        for (int i = 0; i < 40; i++) {
            EnterpriseId enterprise = random.enterprise();
            AsOf asOf = random.asOf();
            List<Signal> history = PeerWorld.grouped(random.history(enterprise));
            Snapshot whole = Snapshot.cut(enterprise, asOf, history);
            for (FeatureDefinition definition : definitions) {
                Snapshot declared = Snapshot.cut(
                        enterprise,
                        asOf,
                        history.stream()
                                .filter(signal -> definition.reads().contains(signal.kind()))
                                .toList());
                assertThat(value(definition, declared))
                        .as("seed 99, history %d: %s", i, definition.name())
                        .isEqualTo(value(definition, whole));
            }
        }
    }

    /** Otherwise a declared kind would be an idle word. */
    @Test
    void every_declared_kind_matters_to_its_feature() {
        Set<String> idle = new TreeSet<>();
        definitions.forEach(
                definition -> definition.reads().forEach(kind -> idle.add(definition.name() + " reads " + kind)));
        RandomHistories random = new RandomHistories(101);
        for (int i = 0; i < 120 && !idle.isEmpty(); i++) {
            EnterpriseId enterprise = random.enterprise();
            AsOf asOf = random.asOf();
            List<Signal> history = PeerWorld.grouped(random.history(enterprise));
            Snapshot whole = Snapshot.cut(enterprise, asOf, history);
            for (SignalKind kind : SignalKind.values()) {
                Snapshot without = Snapshot.cut(
                        enterprise,
                        asOf,
                        history.stream().filter(signal -> signal.kind() != kind).toList());
                definitions.stream()
                        .filter(definition -> !value(definition, whole).equals(value(definition, without)))
                        .forEach(definition -> idle.remove(definition.name() + " reads " + kind));
            }
        }
        assertThat(idle)
                .as("declared kinds that never changed a value, seed 101")
                .isEmpty();
    }

    @Test
    void a_firm_that_is_known_and_in_no_register_has_a_clean_record_and_not_a_missing_one() {
        RandomHistories random = new RandomHistories(5);
        EnterpriseId enterprise = random.enterprise();
        Snapshot profileOnly = Snapshot.cut(enterprise, NOW, List.of(Examples.profile(enterprise)));
        assertThat(definitions)
                .filteredOn(definition -> definition.family() == FeatureFamily.CONDUCT)
                .hasSize(15)
                .allSatisfy(definition -> assertThat(definition.valueOn(profileOnly))
                        .as(definition.name().value())
                        .isEqualTo(FeatureValue.of(0)));
    }

    @Test
    void units_and_ranges_go_together() {
        assertThat(definitions)
                .filteredOn(definition -> Arrays.asList(Unit.COUNT, Unit.MONTHS, Unit.DAYS, Unit.QUANTITY, Unit.YEARS)
                        .contains(definition.unit()))
                .allSatisfy(definition -> assertThat(definition.range().low())
                        .as(definition.name().value())
                        .isZero());
    }

    /** A rank is told by the catalogue that is bound to peers, the others by themselves. */
    private FeatureValue value(FeatureDefinition definition, Snapshot snapshot) {
        return definition.rankOf().isEmpty()
                ? definition.valueOn(snapshot)
                : bound.computeIfAbsent(snapshot, PeerWorld.world().catalog()::compute)
                        .value(definition.name());
    }

    private FeatureDefinition definition(String name) {
        return StandardCatalog.catalog().definition(new FeatureName(name)).orElseThrow();
    }
}
