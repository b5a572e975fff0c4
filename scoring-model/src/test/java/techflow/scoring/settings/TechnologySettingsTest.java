package techflow.scoring.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.Unit;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.TechnologyField;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.technology.InnovationPoints;
import techflow.scoring.technology.TechnologyAssessment;
import techflow.scoring.technology.TechnologyAssessment.Outcome;
import techflow.scoring.technology.TechnologyGrade;
import techflow.scoring.technology.Vectors;

class TechnologySettingsTest {
    private static final TechnologySettings SHIPPED = TechnologySettings.shipped();

    @Test
    void the_shipped_file_says_at_its_top_that_it_is_not_official() {
        assertThat(SHIPPED.text().lines().limit(8))
                .anyMatch(line -> line.contains("示例，非官方"))
                .anyMatch(line -> line.contains("EXAMPLE, NOT OFFICIAL"));
        assertThat(SHIPPED.text()).contains("示例权重，非官方");
    }

    @Test
    void the_version_is_the_name_and_the_hash_of_the_text() {
        assertThat(SHIPPED.version()).matches("techflow-example-1-[0-9a-f]{12}");
        TechnologySettings other = TechnologySettings.read(SHIPPED.text() + "# one more line\n");
        assertThat(other.version()).isNotEqualTo(SHIPPED.version());
        assertThat(TechnologySettings.read(SHIPPED.text()).version()).isEqualTo(SHIPPED.version());
    }

    @Test
    void the_18_indicators_of_the_guideline_are_there() {
        List<String> expected = Stream.of(InnovationIndicator.values())
                .map(one -> "innovation_" + one.name().toLowerCase(Locale.ROOT))
                .toList();
        InnovationPoints points = SHIPPED.innovationPoints().award(firm().vector());
        assertThat(points.items()).extracting(item -> item.feature().value()).containsExactlyElementsOf(expected);
        assertThat(points.items().stream()
                        .mapToDouble(InnovationPoints.Item::maximum)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void a_leader_is_T1_and_a_firm_known_to_have_no_patents_is_low_and_not_unknown() {
        assertThat(outcome(leader()).grade()).isEqualTo(TechnologyGrade.T1);
        Outcome none = outcome(withoutPatents());
        assertThat(none.grade()).isIn(TechnologyGrade.T9, TechnologyGrade.T10);
        // with its research as good as any, and no patent, it stays in the lower half
        Outcome research = outcome(withoutPatents()
                .with("rd_intensity", 0.3)
                .with("rd_staff_share", 0.6)
                .with("rd_stability", 1));
        assertThat(research.grade()).isGreaterThan(TechnologyGrade.T5).isLessThan(TechnologyGrade.T10);
    }

    @Test
    void a_firm_of_which_only_invoices_are_known_is_not_assessed() {
        TechnologyAssessment found = SHIPPED.index().assess(firm().vector());
        assertThat(found.outcome()).isEmpty();
        assertThat(found.dimensions()).hasSize(5).allMatch(d -> d.score().isEmpty());
    }

    @Test
    void the_negative_list_leads_to_the_lowest_grade_whatever_the_index() {
        Outcome outcome = outcome(leader().with("dishonest_cases_open", 1));
        assertThat(outcome.baseGrade()).isEqualTo(TechnologyGrade.T1);
        assertThat(outcome.grade()).isEqualTo(TechnologyGrade.T10);
    }

    @Test
    void fields_differ() {
        long different = Stream.of(TechnologyField.values())
                .map(field -> outcome(middling().field(field)).index())
                .distinct()
                .count();
        assertThat(different).isGreaterThanOrEqualTo(6);
    }

    @Test
    void a_better_indicator_never_worsens_the_grade() {
        long seed = 20261102;
        Random random = new Random(seed);
        List<String> better = List.of(
                "patent_quality",
                "invention_density",
                "ip_gross_content",
                "ip_net_content",
                "inventions_per_hundred_staff",
                "certificate_points",
                "rd_stability",
                "filing_continuity_5y",
                "rd_intensity",
                "rd_staff_share",
                "high_tech_revenue_share",
                "rd_growth",
                "tax_level");
        List<String> worse = List.of(
                "fee_lapse_share",
                "acquired_patent_share",
                "rd_precocity_months",
                "months_since_filing",
                "abnormal_listed",
                "serious_listed",
                "dishonest_cases_open");
        for (int i = 0; i < 4_000; i++) {
            boolean up = random.nextBoolean();
            List<String> some = up ? better : worse;
            String feature = some.get(random.nextInt(some.size()));
            double low = random.nextDouble(0, 3);
            double high = low + random.nextDouble(0, 60);
            Outcome before = outcome(middling().with(feature, up ? low : high));
            Outcome after = outcome(middling().with(feature, up ? high : low));
            assertThat(after.grade())
                    .as("seed %d, %s between %s and %s", seed, feature, low, high)
                    .isLessThanOrEqualTo(before.grade());
        }
    }

    @Test
    void a_broken_file_lists_every_violation_with_its_place() {
        String broken = SHIPPED.text()
                .replace("name: techflow-example-1 ", "name: '' #")
                .replace("feature: patent_quality ", "feature: Patent-Quality ")
                .replace("[0.2, 60], [0.5, 0]]", "[0.2, 600], [0.5, 0]]")
                .replace("gradeLimits: [85, 77,", "gradeLimits: [85, 87,")
                .replace("leastKnownDimensions: 3", "leastKnownDimensions: three")
                .replace("{PATENT_QUALITY: 30, INNOVATION_STOCK: 15,", "{PATENT_QUALITY: 30, INNOVATION_STOCK: 16,")
                .replace("layer: CREDIT_POLICY", "layer: CREDIT")
                .replace("zh: 研发投入较上年减少一半以上", "chinese: 研发投入较上年减少一半以上")
                .replace("otherwise: GROWTH", "otherwise: ADULT");
        ModelFault fault = catchThrowableOfType(ModelFault.class, () -> TechnologySettings.read(broken));
        assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_INVALID);
        assertThat(fault.parameters())
                .extracting(parameter -> parameter.name())
                .containsExactly(
                        "name",
                        "technologyIndex.dimensions.PATENT_QUALITY[0].feature",
                        "technologyIndex.dimensions.PATENT_QUALITY[2].curve[1]",
                        "technologyIndex.weights.BIOMEDICINE",
                        "technologyIndex.gradeLimits",
                        "technologyIndex.leastKnownDimensions",
                        "technologyIndex.corrections[2].chinese",
                        "technologyIndex.corrections[2].zh",
                        "technologyIndex.corrections[3].layer",
                        "technologyIndex.corrections[4].layer",
                        "innovationPoints.stages.otherwise");
        assertThat(fault)
                .hasMessageContaining("break 11 rules")
                .hasMessageContaining("must sum to 100 %, found 101")
                .hasMessageContaining("must be a whole number, found \"three\"");
    }

    @Test
    void text_that_is_no_settings_file_is_refused() {
        for (String text : List.of("", "[1, 2", "just words", "name: a\nname: b\n", "- 1")) {
            assertThatExceptionOfType(ModelFault.class)
                    .as(text)
                    .isThrownBy(() -> TechnologySettings.read(text))
                    .satisfies(fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_INVALID));
        }
    }

    @Test
    void a_catalogue_without_a_feature_of_the_settings_is_refused_by_name() {
        FeatureSchema schema = new FeatureSchema(
                "fs-x",
                SHIPPED.features().stream()
                        .filter(name -> !name.value().equals("rd_intensity"))
                        .map(name -> new FeatureSchema.Column(name, Unit.COUNT, List.of()))
                        .toList());
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> SHIPPED.requireFeaturesIn(schema))
                .withMessageContaining("break 1 rules")
                .withMessageContaining("rd_intensity");
    }

    @Test
    void a_file_of_an_earlier_release_without_certificates_and_warnings_is_read() {
        String earlier = SHIPPED.text().substring(0, SHIPPED.text().indexOf("\ncertificates:") + 1);
        TechnologySettings found = TechnologySettings.read(earlier);
        assertThat(found.warnings()).isEmpty();
        assertThat(found.certificates()).isNotNull();
        assertThat(found.features())
                .isEqualTo(TechnologySettings.read(earlier + "certificates: {validityYears: {}}\n")
                        .features());
    }

    @Test
    void a_warning_rule_is_read_and_its_features_must_be_in_the_catalogue() {
        TechnologySettings found = TechnologySettings.read(withWarnings("""
                warnings:
                  - {code: W-CIRCLE, when: [{feature: made_up_share, atLeast: 0.3}], zh: 回流, en: circles}
                """));
        assertThat(found.warnings()).extracting(rule -> rule.code()).containsExactly("W-CIRCLE");
        assertThat(found.features()).contains(new FeatureName("made_up_share"));
        ModelFault fault = catchThrowableOfType(
                ModelFault.class,
                () -> found.requireFeaturesIn(
                        techflow.features.catalog.StandardCatalog.catalog().schema()));
        assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_INVALID);
        assertThat(fault).hasMessageContaining("made_up_share");
    }

    @Test
    void broken_warnings_and_years_are_told_all_at_once_by_their_place() {
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> TechnologySettings.read(withWarnings("""
                        warnings:
                          - {code: circle, when: [{feature: made_up_share, atLeast: 0.3}], zh: 回流, en: circles}
                          - {code: W-B, when: [{feature: made_up_share}], zh: 回流, en: circles, colour: red}
                        """)))
                .withMessageContaining("warnings[0]")
                .withMessageContaining("warnings[1].when[0]")
                .withMessageContaining("warnings[1].colour");
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(
                        () -> TechnologySettings.read(SHIPPED.text().replace("LITTLE_GIANT: 3}", "LITTLE_GIANT: 0}")))
                .withMessageContaining("at least 1 year, found 0");
    }

    @Test
    void two_warnings_of_one_code_are_refused() {
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> TechnologySettings.read(withWarnings("""
                        warnings:
                          - {code: W-A, when: [{feature: one, atLeast: 1}], zh: 一, en: one}
                          - {code: W-A, when: [{feature: two, atLeast: 1}], zh: 二, en: two}
                        """)))
                .withMessageContaining("found W-A twice");
    }

    @Test
    void every_shipped_action_follows_the_declared_direction() {
        FeatureCatalog catalog = StandardCatalog.catalog();
        assertThat(SHIPPED.actions()).hasSizeGreaterThan(20).allSatisfy(action -> {
            Direction direction =
                    catalog.definition(action.feature()).orElseThrow().direction();
            assertThat(direction)
                    .as(action.feature().value())
                    .isEqualTo(
                            switch (action.move()) {
                                case RAISE -> Direction.SAFER_WHEN_HIGHER;
                                case LOWER -> Direction.RISKIER_WHEN_HIGHER;
                            });
        });
    }

    @Test
    void broken_actions_are_told_by_their_place() {
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> TechnologySettings.read(withWarnings("""
                        actions:
                          raise: [rd_intensity, Not A Name]
                          lower: []
                          turn: []
                        """)))
                .withMessageContaining("actions.turn");
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> TechnologySettings.read(withWarnings("""
                        actions:
                          raise: [rd_intensity, Not A Name]
                          lower: []
                        """)))
                .withMessageContaining("actions.raise[1]");
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> TechnologySettings.read(withWarnings("""
                        actions:
                          raise: [rd_intensity]
                          lower: [rd_intensity]
                        """)))
                .withMessageContaining("found rd_intensity twice");
    }

    @Test
    void each_shipped_check_against_gaming_warns_from_its_threshold_on() {
        assertThat(SHIPPED.warnings())
                .extracting(rule -> rule.code())
                .containsExactly("W-LOW-VALUE-PATENTS", "W-BOUGHT-PATENTS", "W-CIRCULAR-INVOICES", "W-POWER-SALES-GAP");
        assertThat(SHIPPED.warnings()).allSatisfy(rule -> {
            var condition = rule.when().getFirst();
            String feature = condition.feature().value();
            assertThat(rule.applyTo(Vectors.of(feature)
                            .with(feature, condition.atLeast())
                            .vector()))
                    .isPresent();
            assertThat(rule.applyTo(Vectors.of(feature)
                            .with(feature, Math.nextDown(condition.atLeast()))
                            .vector()))
                    .isEmpty();
            assertThat(rule.applyTo(Vectors.of(feature).vector())).isEmpty();
        });
    }

    /** The shipped settings with another section of warnings. */
    private static String withWarnings(String section) {
        int shipped = SHIPPED.text().indexOf("\nwarnings:");
        return (shipped < 0 ? SHIPPED.text() : SHIPPED.text().substring(0, shipped + 1)) + section;
    }

    private static Outcome outcome(Vectors firm) {
        return SHIPPED.index().assess(firm.vector()).outcome().orElseThrow();
    }

    private static Vectors firm() {
        return new Vectors(SHIPPED.features());
    }

    private static Vectors middling() {
        return firm().with("patent_quality", 30)
                .with("invention_density", 0.3)
                .with("ip_gross_content", 100)
                .with("ip_net_content", 50)
                .with("inventions_per_hundred_staff", 4)
                .with("fee_lapse_share", 0.1)
                .with("acquired_patent_share", 0.1)
                .with("rd_precocity_months", 20)
                .with("rd_stability", 0.7)
                .with("filing_continuity_5y", 0.6)
                .with("months_since_filing", 10)
                .with("rd_intensity", 0.06)
                .with("rd_staff_share", 0.25);
    }

    private static Vectors leader() {
        return middling()
                .with("patent_quality", 80)
                .with("invention_density", 0.98)
                .with("ip_gross_content", 1300)
                .with("ip_net_content", 900)
                .with("inventions_per_hundred_staff", 40)
                .with("certificate_points", 60)
                .with("rd_precocity_months", 6)
                .with("rd_stability", 0.9)
                .with("filing_continuity_5y", 1)
                .with("months_since_filing", 1)
                .with("rd_intensity", 0.2);
    }

    private static Vectors withoutPatents() {
        return firm().with("firm_age_years", 6);
    }

    @Test
    void features_are_named_once_and_in_order() {
        assertThat(SHIPPED.features())
                .extracting(FeatureName::value)
                .doesNotHaveDuplicates()
                .isSorted();
    }
}
