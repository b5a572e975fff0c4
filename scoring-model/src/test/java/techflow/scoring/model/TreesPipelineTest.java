package techflow.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.score.Contribution;
import techflow.scoring.score.ScoringResult.Scored;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.testing.TreeWorld;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.trees.FlatTreeEnsemble;

/** What holds for a scorecard holds for trees: see {@link ScoringPipelineTest}. */
class TreesPipelineTest {
    private static final ModelArtifact ARTIFACT = TreeWorld.artifact();
    private static final FlatTreeEnsemble TREES = (FlatTreeEnsemble) ARTIFACT.model();
    private static final ScoringPipeline PIPELINE = ARTIFACT.pipeline(SmallWorld::noTechnology, SmallWorld::noPoints);
    private static final TrainingSet SET = TreeWorld.set();

    private static List<Scored> scored() {
        return java.util.stream.IntStream.range(0, 500)
                .mapToObj(row -> PIPELINE.score(SET.vector(row)))
                .filter(Scored.class::isInstance)
                .map(Scored.class::cast)
                .toList();
    }

    @Test
    void baseline_and_points_sum_to_the_unrounded_score() {
        assertThat(scored())
                .hasSizeGreaterThan(400)
                .allSatisfy(
                        answer -> assertThat(answer.explanation().points()).isCloseTo(answer.points(), within(1e-9)));
    }

    @Test
    void the_baseline_is_the_mean_score_of_the_reference_firms() {
        for (Scored answer : scored()) {
            ReferenceProfile reference = PIPELINE.reference(answer.grade());
            double mean = reference.sample().stream()
                    .mapToDouble(firm -> ARTIFACT.grades()
                            .scale()
                            .points(ARTIFACT.calibrator().calibrate(TREES.logOdds(vector(firm)))))
                    .average()
                    .orElseThrow();
            assertThat(answer.explanation().baselinePoints()).isCloseTo(mean, within(1e-4)); // float sums
        }
    }

    @Test
    void a_feature_that_is_alike_at_every_reference_firm_and_here_gains_nothing() {
        assertThat(scored())
                .flatExtracting(answer -> answer.explanation().contributions())
                .filteredOn(line -> line.feature().equals(SmallWorld.DISHONEST))
                .extracting(Contribution::points)
                .containsOnly(0.0);
    }

    @Test
    void path_dependent_terms_and_their_expectation_are_the_log_odds() {
        FeatureVector first = SET.vector(0);
        double expected = TREES.logOdds(first)
                - java.util.Arrays.stream(TREES.terms(first)).sum();
        for (int row = 1; row < 300; row++) {
            FeatureVector vector = SET.vector(row);
            double rest = TREES.logOdds(vector)
                    - java.util.Arrays.stream(TREES.terms(vector)).sum();
            assertThat(rest).isCloseTo(expected, within(1e-5)); // float sums
        }
    }

    private static FeatureVector vector(List<FeatureValue> values) {
        FeatureVector vector = SET.vector(0);
        for (int i = 0; i < values.size(); i++) {
            vector = SmallWorld.with(vector, TREES.features().get(i), values.get(i));
        }
        return vector;
    }
}
