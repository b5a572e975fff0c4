package techflow.features.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.snapshot.AsOf;
import techflow.testing.SignalSamples;

class VectorDiffTest {
    private static final FeatureName SHARE = new FeatureName("share_of_it");
    private static final FeatureName STAGE = new FeatureName("stage");
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            "v1",
            List.of(
                    new Column(SHARE, Unit.RATIO, List.of()),
                    new Column(STAGE, Unit.CATEGORY, List.of("EARLY", "LATE"))));
    private static final AsOf SPRING = AsOf.startOf(LocalDate.of(2026, 4, 1));
    private static final AsOf SUMMER = AsOf.startOf(LocalDate.of(2026, 7, 1));

    @Test
    void equal_sets_are_equal() {
        List<FeatureVector> vectors = List.of(vector(1, SPRING, 0.5), vector(1, SUMMER, 0.5), vector(2, SPRING, 0.1));

        DiffReport report = diff(vectors, vectors);

        assertThat(report.isEqual()).isTrue();
        assertThat(report.compared()).isEqualTo(3);
        assertThat(report.features()).allSatisfy(f -> assertThat(f.equal()).isEqualTo(3));
    }

    @Test
    void numbers_that_differ_are_measured_and_shown_with_a_masked_firm() {
        DiffReport report = diff(
                List.of(vector(1, SPRING, 0.5), vector(2, SPRING, 0.5), vector(3, SPRING, 0.5)),
                List.of(vector(1, SPRING, 0.5), vector(2, SPRING, 0.75), vector(3, SPRING, 1.0)));

        FeatureDiff share = report.unequalFeatures().getFirst();
        assertThat(share.name()).isEqualTo(SHARE);
        assertThat(share.equal()).isOne();
        assertThat(share.different()).isEqualTo(2);
        assertThat(share.maxAbsolute()).isEqualTo(0.5);
        assertThat(share.meanAbsolute()).isEqualTo(0.375);
        assertThat(share.examples().getFirst().maskedFirm())
                .isEqualTo(SignalSamples.firm(2).masked())
                .contains("******");
        assertThat(report.isEqual()).isFalse();
    }

    @Test
    void the_smallest_difference_of_two_numbers_counts() {
        DiffReport report = diff(List.of(vector(1, SPRING, 0.3)), List.of(vector(1, SPRING, Math.nextUp(0.3))));

        assertThat(report.unequalFeatures()).hasSize(1);
    }

    @Test
    void missing_on_one_side_and_other_reasons_are_told_apart() {
        FeatureValue known = FeatureValue.of(1);
        FeatureValue noData = FeatureValue.missing(MissingReason.NO_DATA);
        FeatureValue undefined = FeatureValue.missing(MissingReason.UNDEFINED);

        DiffReport report = diff(
                List.of(vector(1, SPRING, noData), vector(2, SPRING, known), vector(3, SPRING, noData)),
                List.of(vector(1, SPRING, known), vector(2, SPRING, undefined), vector(3, SPRING, undefined)));

        FeatureDiff share = report.features().getFirst();
        assertThat(share.missingOnlyLeft()).isOne();
        assertThat(share.missingOnlyRight()).isOne();
        assertThat(share.otherReason()).isOne();
        assertThat(share.different()).isZero();
    }

    @Test
    void firms_and_instants_of_one_side_alone_are_counted() {
        DiffReport report = diff(
                List.of(vector(1, SPRING, 1), vector(1, SUMMER, 1), vector(3, SPRING, 1), vector(3, SUMMER, 1)),
                List.of(vector(1, SUMMER, 1), vector(2, SPRING, 1), vector(4, SPRING, 1)));

        assertThat(report.compared()).isOne();
        assertThat(report.onlyLeft()).isEqualTo(3);
        assertThat(report.firmsOnlyLeft()).isOne();
        assertThat(report.onlyRight()).isEqualTo(2);
        assertThat(report.firmsOnlyRight()).isEqualTo(2);
    }

    @Test
    void every_difference_of_the_schemas_is_named_and_common_features_are_compared() {
        FeatureSchema other = new FeatureSchema(
                "v2",
                List.of(
                        new Column(new FeatureName("new_one"), Unit.COUNT, List.of()),
                        new Column(STAGE, Unit.CATEGORY, List.of("EARLY", "LATE", "GONE"))));
        FeatureVector right = new FeatureVector(
                SignalSamples.firm(1), SPRING, other, List.of(FeatureValue.of(3), new FeatureValue.Category("LATE")));

        DiffReport report = VectorDiff.of(
                SCHEMA,
                List.of(vector(1, SPRING, 1)).iterator(),
                other,
                List.of(right).iterator());

        assertThat(report.schemaDifferences())
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).contains("v1", "v2"))
                .anySatisfy(text -> assertThat(text).contains("share_of_it stands only on the left"))
                .anySatisfy(text -> assertThat(text).contains("stage", "GONE"))
                .anySatisfy(text -> assertThat(text).contains("new_one stands only on the right"));
        assertThat(report.features()).extracting(FeatureDiff::name).containsExactly(STAGE);
        assertThat(report.features().getFirst().different()).isOne();
    }

    @Test
    void another_order_of_columns_is_a_difference_of_the_schemas_alone() {
        FeatureSchema turned = new FeatureSchema("v1", SCHEMA.columns().reversed());
        FeatureVector left = vector(1, SPRING, 0.5);
        FeatureVector right = new FeatureVector(
                left.enterprise(), SPRING, turned, left.values().reversed());

        DiffReport report = VectorDiff.of(
                SCHEMA, List.of(left).iterator(), turned, List.of(right).iterator());

        assertThat(report.schemaDifferences()).containsExactly("the columns stand in another order");
        assertThat(report.unequalFeatures()).isEmpty();
        assertThat(report.isEqual()).isFalse();
    }

    @Test
    void sources_out_of_order_and_pairs_of_two_firms_are_refused() {
        FeatureVector one = vector(1, SPRING, 1);
        FeatureVector two = vector(2, SPRING, 1);

        assertThatThrownBy(() -> diff(List.of(two, one), List.of(one, two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> new VectorDiff(SCHEMA, SCHEMA).compare(one, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one firm");
    }

    private static DiffReport diff(List<FeatureVector> left, List<FeatureVector> right) {
        return VectorDiff.of(SCHEMA, left.iterator(), SCHEMA, right.iterator());
    }

    private static FeatureVector vector(int firm, AsOf asOf, double share) {
        return vector(firm, asOf, FeatureValue.of(share));
    }

    private static FeatureVector vector(int firm, AsOf asOf, FeatureValue share) {
        return new FeatureVector(
                SignalSamples.firm(firm), asOf, SCHEMA, List.of(share, new FeatureValue.Category("EARLY")));
    }
}
