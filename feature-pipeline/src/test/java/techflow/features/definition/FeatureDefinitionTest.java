package techflow.features.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static techflow.features.definition.FeatureDefinition.feature;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue.Category;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

class FeatureDefinitionTest {
    private static final Snapshot NOTHING =
            Snapshot.cut(EnterpriseId.placeholder("AAAAAAAA"), AsOf.startOf(LocalDate.of(2026, 1, 1)), List.of());

    private static FeatureDefinition.Builder complete(String name) {
        return feature(name, "名", FeatureFamily.TAX)
                .describedAs("what")
                .riskierWhenHigher("why")
                .missingMeans("unknown")
                .source("own design")
                .reads(SignalKind.MONTHLY_TAX);
    }

    private static FeatureDefinition share(FeatureValue value) {
        return complete("share").in(Unit.RATIO, Range.SHARE).is(snapshot -> value);
    }

    @Test
    void a_value_within_the_range_ends_included_is_given() {
        assertThat(share(FeatureValue.of(0)).valueOn(NOTHING)).isEqualTo(FeatureValue.of(0));
        assertThat(share(FeatureValue.of(1)).valueOn(NOTHING)).isEqualTo(FeatureValue.of(1));
        FeatureValue missing = FeatureValue.missing(MissingReason.UNDEFINED);
        assertThat(share(missing).valueOn(NOTHING)).isEqualTo(missing);
    }

    @Test
    void a_value_outside_the_range_is_a_defect_that_names_the_feature() {
        assertThatThrownBy(() -> share(FeatureValue.of(1.01)).valueOn(NOTHING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("share")
                .hasMessageContaining("1.01");
    }

    @Test
    void a_category_must_be_one_of_the_labels_and_a_number_is_none() {
        FeatureDefinition.Builder field = complete("field").oneOf("X", "Y");
        assertThat(field.is(snapshot -> new Category("X")).valueOn(NOTHING)).isEqualTo(new Category("X"));
        assertThatThrownBy(() -> field.is(snapshot -> new Category("Z")).valueOn(NOTHING))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> field.is(snapshot -> FeatureValue.of(1)).valueOn(NOTHING))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> share(new Category("X")).valueOn(NOTHING)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_part_of_a_definition_has_to_be_said() {
        assertThatThrownBy(() -> feature("tax_x", "名", FeatureFamily.TAX).is(snapshot -> FeatureValue.of(1)))
                .hasMessage("tax_x: the description must be said");
        assertThatThrownBy(() -> complete("tax_x").source(" ").is(snapshot -> FeatureValue.of(1)))
                .hasMessage("tax_x: the source must be said");
        assertThatThrownBy(() -> complete("tax_x").noDirection("").is(snapshot -> FeatureValue.of(1)))
                .hasMessage("tax_x: the reason of the direction must be said");
        assertThatThrownBy(() -> complete("tax_x").missingMeans("").is(snapshot -> FeatureValue.of(1)))
                .hasMessage("tax_x: the meaning of missing must be said");
        assertThatThrownBy(() -> feature("tax_x", "名", FeatureFamily.TAX)
                        .describedAs("what")
                        .noDirection("why")
                        .missingMeans("unknown")
                        .source("own design")
                        .is(snapshot -> FeatureValue.of(1)))
                .hasMessage("tax_x: a feature must read at least one kind of signal");
    }

    @Test
    void a_category_without_labels_is_refused() {
        assertThatThrownBy(() -> complete("tax_x").in(Unit.CATEGORY, Range.ANY).is(snapshot -> new Category("X")))
                .hasMessage("tax_x: a category, and only a category, lists its labels");
    }

    @Test
    void a_value_is_finite_and_minus_zero_is_zero() {
        assertThatThrownBy(() -> FeatureValue.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeatureValue.of(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(FeatureValue.of(-0.0)).isEqualTo(FeatureValue.of(0.0));
    }

    @Test
    void a_catalogue_computes_its_features_in_order_and_tells_how_complete_a_vector_is() {
        FeatureDefinition known = complete("known").in(Unit.COUNT, Range.ANY).is(snapshot -> FeatureValue.of(7));
        FeatureDefinition unknown = complete("unknown")
                .in(Unit.COUNT, Range.ANY)
                .is(snapshot -> FeatureValue.missing(MissingReason.NO_DATA));
        FeatureCatalog catalog = new FeatureCatalog("v1", List.of(known, unknown));
        FeatureVector vector = catalog.compute(NOTHING);
        assertThat(vector.values()).containsExactly(FeatureValue.of(7), FeatureValue.missing(MissingReason.NO_DATA));
        assertThat(vector.completeness()).isEqualTo(0.5);
        assertThat(vector.number(known.name())).isEqualTo(7);
        assertThat(vector.number(unknown.name())).isNaN();
        assertThat(vector).isEqualTo(catalog.compute(NOTHING));
        assertThat(catalog.definition(known.name())).contains(known);
        assertThatThrownBy(() -> vector.value(new FeatureName("other"))).hasMessage("the schema has no feature other");
    }

    @Test
    void a_vector_needs_one_value_for_each_column() {
        FeatureCatalog catalog = new FeatureCatalog("v1", List.of(share(FeatureValue.of(1))));
        assertThatThrownBy(() -> new FeatureVector(NOTHING.enterprise(), NOTHING.asOf(), catalog.schema(), List.of()))
                .hasMessage("a vector must have 1 values, found 0");
    }
}
