package techflow.scoring.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.scoring.score.Contribution;

class ReasonTextTest {
    private static final FeatureDefinition DENSITY =
            Definitions.numeric("invention_density", "发明专利密集度", Unit.RATIO, Range.SHARE);

    @Test
    void a_loss_is_told_with_value_reference_and_points() {
        ReasonText reason = reason(FeatureValue.of(0.12), -17.6);
        assertThat(reason.code()).isEqualTo("R-INVENTION_DENSITY");
        assertThat(reason.text().chinese()).isEqualTo("发明专利密集度 12%，参照 35%（R3级企业），低 18 分");
        assertThat(reason.text().english())
                .isEqualTo("Invention density 12% against 35% at firms of grade R3: 18 points lost");
    }

    @Test
    void a_gain_and_a_trifle_are_told_as_such() {
        assertThat(reason(FeatureValue.of(0.5), 1.2).text())
                .isEqualTo(new Bilingual(
                        "发明专利密集度 50%，参照 35%（R3级企业），高 1 分",
                        "Invention density 50% against 35% at firms of grade R3: 1 point gained"));
        assertThat(reason(FeatureValue.of(0.35), -0.4).text().chinese()).endsWith("影响不足1分");
        assertThat(reason(FeatureValue.of(0.35), 0).text().english()).endsWith(": less than 1 point");
    }

    @Test
    void a_missing_value_is_told_with_its_reason() {
        Bilingual text = reason(FeatureValue.missing(MissingReason.NO_DATA), -9).text();
        assertThat(text.chinese()).isEqualTo("发明专利密集度：未获得数据，参照 35%（R3级企业），低 9 分");
        assertThat(text.english())
                .isEqualTo(
                        "Invention density: no data from the source, against 35% at firms of grade R3: 9 points lost");
    }

    @Test
    void a_reference_that_is_no_grade_goes_by_its_name() {
        assertThat(ReasonText.reference("PORTFOLIO_2025"))
                .isEqualTo(new Bilingual("参照企业 PORTFOLIO_2025", "the reference firms PORTFOLIO_2025"));
        assertThat(ReasonText.reference("GRADE_R10_MEAN").chinese()).isEqualTo("R10级企业");
    }

    @Test
    void a_definition_of_another_feature_is_refused() {
        Contribution contribution =
                new Contribution(new FeatureName("rd_intensity"), FeatureValue.of(1), 1, FeatureValue.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReasonText.of(contribution, DENSITY, "GRADE_R3_MEAN"))
                .withMessageContaining("must be of rd_intensity, found invention_density");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "invention_density; Invention density",
                "rd_intensity; R&D intensity",
                "ip_gross_content; IP gross content",
                "invoice_sales_growth_12m; Invoice sales growth, 12 months",
                "filing_continuity_5y; Filing continuity, 5 years",
                "innovation_rd_to_revenue; Innovation points: R&D to revenue",
                "innovation_pct_applications; Innovation points: PCT applications",
            })
    void an_english_label_is_made_from_the_name(String name, String label) {
        assertThat(LabelText.english(new FeatureName(name))).isEqualTo(label);
    }

    private static ReasonText reason(FeatureValue value, double points) {
        return ReasonText.of(
                new Contribution(DENSITY.name(), value, points, FeatureValue.of(0.35)), DENSITY, "GRADE_R3_MEAN");
    }
}
