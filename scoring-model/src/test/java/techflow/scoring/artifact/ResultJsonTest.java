package techflow.scoring.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.testing.SmallWorld;

class ResultJsonTest {
    private static final SmallWorld WORLD = new SmallWorld(11, 4_000);
    private static final ScoringPipeline PIPELINE =
            WORLD.train("1").artifact().pipeline(SmallWorld::noTechnology, SmallWorld::noPoints);

    @Test
    void a_logged_vector_gives_the_same_result_text_again() {
        ScoringPipeline reread = ArtifactReader.read(
                        ArtifactWriter.write(WORLD.train("1").artifact()))
                .pipeline(SmallWorld::noTechnology, SmallWorld::noPoints);
        for (int row = 0; row < 100; row++) {
            FeatureVector vector = WORLD.set().vector(row);
            String result = ResultJson.write(PIPELINE.score(vector));
            FeatureVector logged = VectorJson.read(VectorJson.write(vector), PIPELINE.schema());
            assertThat(ResultJson.write(reread.score(logged))).isEqualTo(result);
        }
    }

    @Test
    void results_that_differ_in_one_bit_differ_in_text() {
        FeatureVector vector = SmallWorld.with(WORLD.set().vector(0), SmallWorld.CLOSED, FeatureValue.of(0));
        var scored = (ScoringResult.Scored) PIPELINE.score(vector);
        var other = new ScoringResult.Scored(
                Math.nextUp(scored.logOdds()),
                scored.pd(),
                scored.pdInterval(),
                scored.points(),
                scored.score(),
                scored.grade(),
                scored.explanation(),
                scored.technology(),
                scored.innovation(),
                scored.completeness());
        assertThat(ResultJson.write(other)).isNotEqualTo(ResultJson.write(scored));
        assertThat(ResultJson.write(scored)).startsWith("{\"outcome\":\"SCORED\",\"logOdds\":");
    }

    @Test
    void a_firm_that_cannot_be_scored_is_written_with_its_reasons() {
        FeatureVector closed = SmallWorld.with(WORLD.set().vector(0), SmallWorld.CLOSED, FeatureValue.of(1));
        assertThat(ResultJson.write(PIPELINE.score(closed)))
                .startsWith("{\"outcome\":\"NOT_SCORABLE\",\"reasons\":[\"ENTERPRISE_CLOSED\"]");
    }
}
