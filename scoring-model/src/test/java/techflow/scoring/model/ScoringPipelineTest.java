package techflow.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.score.Contribution;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.CreditScore;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.score.ScoringResult.NotScorableReason;
import techflow.scoring.score.ScoringResult.Scored;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Scorecard;
import techflow.scoring.testing.SmallWorld;

/** Properties of the served function of a trained model. */
class ScoringPipelineTest {
    private static final long SEED = 31;
    private static final SmallWorld WORLD = new SmallWorld(SEED, 12_000);
    private static final ModelArtifact ARTIFACT = WORLD.train("1").artifact();
    private static final ScoringPipeline PIPELINE = ARTIFACT.pipeline(SmallWorld::noTechnology, SmallWorld::noPoints);
    private static final Scorecard SCORECARD = (Scorecard) ARTIFACT.model();

    @Test
    void baseline_and_points_sum_to_the_unrounded_score() {
        for (int row = 0; row < 2_000; row++) {
            ScoringResult.Scored scored = scored(scorable(row));
            assertThat(scored.explanation().points()).isCloseTo(scored.points(), within(1e-9));
            assertThat(scored.score()).isEqualTo((int) Math.round(scored.points()));
            assertThat(scored.grade()).isEqualTo(PIPELINE.grades().grade(scored.score()));
        }
    }

    @Test
    void the_credit_side_alone_is_that_of_the_whole_result() {
        for (int row = 0; row < 500; row++) {
            ScoringResult.Scored scored = scored(scorable(row));
            assertThat(PIPELINE.credit(scorable(row)))
                    .contains(new CreditScore(scored.logOdds(), scored.score(), scored.grade()));
            assertThat(PIPELINE.credit(scorable(row)).orElseThrow().pd()).isEqualTo(scored.pd());
        }
    }

    @Test
    void reasons_name_features_of_the_vector_and_are_ranked_by_shortfall() {
        for (int row = 0; row < 500; row++) {
            FeatureVector vector = scorable(row);
            List<Contribution> adverse = scored(vector).explanation().adverse(4);
            assertThat(adverse).isSortedAccordingTo(Comparator.comparingDouble(Contribution::points));
            for (Contribution reason : adverse) {
                assertThat(reason.points()).isNegative();
                assertThat(reason.value()).isEqualTo(vector.value(reason.feature()));
            }
        }
    }

    @Test
    void closing_the_gap_of_the_first_reason_raises_the_score() {
        int closed = 0;
        for (int row = 0; row < 2_000; row++) {
            FeatureVector vector = scorable(row);
            List<Contribution> adverse = scored(vector).explanation().adverse(1);
            if (!adverse.isEmpty()) {
                FeatureName feature = adverse.getFirst().feature();
                FeatureVector better = SmallWorld.with(vector, feature, best(feature));
                assertThat(scored(better).points())
                        .as("row %d, %s, seed %d", row, feature, SEED)
                        .isGreaterThan(scored(vector).points());
                closed++;
            }
        }
        assertThat(closed).isGreaterThan(1_000);
    }

    @Test
    void declared_directions_hold_on_the_served_function() {
        Random random = new Random(SEED);
        for (FeatureDefinition definition : SmallWorld.CATALOG.definitions()) {
            boolean served = SCORECARD.characteristic(definition.name()).isPresent();
            if (definition.direction() != Direction.NONE && served) {
                double sign = definition.direction() == Direction.SAFER_WHEN_HIGHER ? 1 : -1;
                for (int i = 0; i < 2_000; i++) {
                    FeatureVector vector = scorable(random.nextInt(WORLD.set().size()));
                    double low = 4 * random.nextGaussian();
                    double high = low + random.nextDouble(5);
                    double difference =
                            points(vector, definition.name(), high) - points(vector, definition.name(), low);
                    assertThat(sign * difference)
                            .as("%s from %s to %s, seed %d", definition.name(), low, high, SEED)
                            .isGreaterThanOrEqualTo(0);
                }
            }
        }
    }

    @Test
    void missing_never_scores_better_than_the_best_known_value() {
        for (FeatureName feature : SCORECARD.features()) {
            FeatureVector vector = scorable(0);
            double missing = scored(SmallWorld.with(vector, feature, SmallWorld.missing()))
                    .points();
            assertThat(missing)
                    .as(feature.value())
                    .isLessThanOrEqualTo(scored(SmallWorld.with(vector, feature, best(feature)))
                            .points());
        }
    }

    @Test
    void every_score_lies_between_the_lowest_and_the_highest_that_the_model_can_give() {
        for (int row = 0; row < 1_000; row++) {
            assertThat(scored(scorable(row)).score()).isBetween(PIPELINE.lowestScore(), PIPELINE.highestScore());
        }
    }

    @Test
    void a_score_is_explained_against_the_next_better_grade() {
        int explained = 0;
        for (int row = 0; row < 500; row++) {
            ScoringResult.Scored scored = scored(scorable(row));
            ReferenceProfile reference = PIPELINE.reference(scored.grade());
            assertThat(scored.explanation().reference()).isEqualTo(reference.name());
            CreditGrade named = CreditGrade.valueOf(reference.name().replaceAll("GRADE_(R\\d+)_MEAN", "$1"));
            explained += named.ordinal() == scored.grade().ordinal() - 1 ? 1 : 0;
        }
        assertThat(explained)
                .as("the nearest large grade stands in only at the ends")
                .isGreaterThan(250);
    }

    @Test
    void a_firm_beyond_the_cut_off_is_explained_against_firms_at_the_cut_off() {
        ScoringPipeline bank =
                ARTIFACT.pipeline(SmallWorld::noTechnology, SmallWorld::noPoints, Optional.of(CreditGrade.R5));
        int beyond = 0;
        for (int row = 0; row < 500; row++) {
            FeatureVector vector = WORLD.set().vector(row);
            if (!(bank.score(vector) instanceof Scored answer) || !(PIPELINE.score(vector) instanceof Scored other)) {
                continue;
            }
            assertThat(answer.score()).isEqualTo(other.score());
            assertThat(answer.explanation().points()).isCloseTo(answer.points(), within(1e-9));
            if (answer.grade().compareTo(CreditGrade.R5) > 0) {
                beyond++;
                assertThat(answer.explanation().reference())
                        .isEqualTo(PIPELINE.reference(CreditGrade.R6).name());
            } else {
                assertThat(answer.explanation()).isEqualTo(other.explanation());
            }
        }
        assertThat(beyond).isGreaterThan(50);
    }

    @Test
    void a_vector_of_another_schema_is_refused() {
        FeatureSchema other = new FeatureSchema("test-9", SmallWorld.SCHEMA.columns());
        FeatureVector own = scorable(0);
        FeatureVector foreign = new FeatureVector(own.enterprise(), own.asOf(), other, own.values());
        assertThatThrownBy(() -> PIPELINE.score(foreign))
                .isInstanceOfSatisfying(
                        ModelFault.class, fault -> assertThat(fault.code()).isEqualTo(ProblemCode.SCHEMA_MISMATCH))
                .hasMessageContaining("the version must be test-1, found test-9");
    }

    @Test
    void a_firm_that_must_not_be_scored_is_told_every_reason() {
        FeatureVector vector = SmallWorld.with(scorable(0), SmallWorld.CLOSED, FeatureValue.of(1));
        vector = SmallWorld.with(vector, SmallWorld.DISHONEST, FeatureValue.of(2));
        for (FeatureName feature : SCORECARD.features()) {
            vector = SmallWorld.with(vector, feature, SmallWorld.missing());
        }
        ScoringResult result = PIPELINE.score(vector);
        assertThat(result).isInstanceOfSatisfying(ScoringResult.NotScorable.class, refused -> {
            assertThat(refused.reasons())
                    .containsExactly(
                            NotScorableReason.ENTERPRISE_CLOSED,
                            NotScorableReason.DISHONEST_DEBTOR,
                            NotScorableReason.THIN_FILE);
            assertThat(refused.completeness()).isZero();
        });
    }

    private static FeatureVector scorable(int row) {
        return SmallWorld.with(WORLD.set().vector(row), SmallWorld.CLOSED, FeatureValue.of(0));
    }

    private static ScoringResult.Scored scored(FeatureVector vector) {
        return (ScoringResult.Scored) PIPELINE.score(vector);
    }

    private static double points(FeatureVector vector, FeatureName feature, double value) {
        return scored(SmallWorld.with(vector, feature, FeatureValue.of(value))).points();
    }

    /** A value of the best known bin. */
    private static FeatureValue best(FeatureName feature) {
        Bin bin = SCORECARD.characteristic(feature).orElseThrow().binning().bins().stream()
                .max(Comparator.comparingDouble(Bin::woe))
                .orElseThrow();
        return switch (bin) {
            case Bin.NumericBin numeric ->
                FeatureValue.of(Double.isInfinite(numeric.from()) ? numeric.to() - 1 : numeric.from());
            case Bin.CategoryBin category ->
                new FeatureValue.Category(category.labels().getFirst());
            case Bin.SpecialBin special -> special.value();
            case Bin.MissingBin missing -> SmallWorld.missing();
        };
    }
}
