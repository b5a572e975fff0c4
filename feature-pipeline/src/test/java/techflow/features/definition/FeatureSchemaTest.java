package techflow.features.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureSchema.Column;

class FeatureSchemaTest {
    private static final Column AGE = new Column(new FeatureName("age"), Unit.YEARS, List.of());
    private static final Column SALES = new Column(new FeatureName("sales"), Unit.YUAN, List.of());
    private static final Column FIELD = new Column(new FeatureName("field"), Unit.CATEGORY, List.of("X", "Y"));
    private static final FeatureSchema SCHEMA = new FeatureSchema("v1", List.of(AGE, SALES, FIELD));

    @Test
    void the_same_columns_and_version_are_the_same_schema() {
        FeatureSchema same = new FeatureSchema("v1", List.of(AGE, SALES, FIELD));
        assertThat(same).isEqualTo(SCHEMA).hasSameHashCodeAs(SCHEMA);
        assertThat(same.differenceTo(SCHEMA)).isEmpty();
        assertThat(SCHEMA.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void each_difference_is_told_by_its_own_message() {
        assertThat(SCHEMA.differenceTo(new FeatureSchema("v1", List.of(AGE, FIELD))))
                .hasValueSatisfying(text -> assertThat(text).contains("sales"));
        assertThat(SCHEMA.differenceTo(new FeatureSchema("v1", List.of(AGE, SALES, FIELD, column("more")))))
                .hasValue("column more is not known");
        assertThat(SCHEMA.differenceTo(new FeatureSchema("v1", List.of(SALES, AGE, FIELD))))
                .hasValue("the columns stand in another order");
        assertThat(SCHEMA.differenceTo(new FeatureSchema("v2", List.of(AGE, SALES, FIELD))))
                .hasValue("the version must be v1, found v2");
        assertThat(SCHEMA.differenceTo(
                        new FeatureSchema("v1", List.of(new Column(AGE.name(), Unit.MONTHS, List.of()), SALES, FIELD))))
                .hasValueSatisfying(text -> assertThat(text).contains("age", "YEARS", "MONTHS"));
        assertThat(SCHEMA.differenceTo(new FeatureSchema(
                        "v1", List.of(AGE, SALES, new Column(FIELD.name(), Unit.CATEGORY, List.of("Y", "X"))))))
                .hasValueSatisfying(text -> assertThat(text).contains("field", "[X, Y]", "[Y, X]"));
    }

    private static Column column(String name) {
        return new Column(new FeatureName(name), Unit.COUNT, List.of());
    }

    @Test
    void two_columns_of_one_name_are_refused() {
        assertThatThrownBy(() -> new FeatureSchema("v1", List.of(AGE, AGE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two columns are named age");
    }

    @Test
    void a_position_is_that_of_the_column() {
        assertThat(SCHEMA.position(new FeatureName("sales"))).contains(1);
        assertThat(SCHEMA.position(new FeatureName("sails"))).isEmpty();
    }

    @Test
    void a_name_is_lower_case_and_fits_a_column() {
        for (String bad : List.of("", "ab", "Sales", "1st", "sales-12m", "a".repeat(64), "销售")) {
            assertThatThrownBy(() -> new FeatureName(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + bad + "\"");
        }
        assertThat(new FeatureName("a".repeat(63)).value()).hasSize(63);
    }
}
