package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.scoring.training.TrainingProgress;

class StepsTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_training_that_tells_its_rounds_ends_with_how_many_it_took_and_their_loss(boolean terminal) throws Exception {
        Steps steps = new Steps(new PrintStream(bytes, true, StandardCharsets.UTF_8), 2, terminal);
        String model = steps.train("Training: boosted", StepsTest::threeRounds);
        assertThat(model).isEqualTo("a model");
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("[1/2] Training: boosted")
                .contains("3 of 500 rounds  log loss 0.12500");
        assertThat(steps.times()).containsOnlyKeys("Training: boosted");
    }

    @Test
    void a_training_that_tells_nothing_and_one_without_a_loss_say_no_more_than_they_know() throws Exception {
        Steps steps = new Steps(new PrintStream(bytes, true, StandardCharsets.UTF_8), 2, false);
        steps.train("Silent", progress -> "a model");
        steps.train("Without loss", progress -> {
            progress.round(7, 10, Double.NaN);
            return "a model";
        });
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("7 of 10 rounds")
                .doesNotContain("loss 0", "NaN", "0 of 0");
    }

    private static String threeRounds(TrainingProgress progress) {
        for (int round = 1; round <= 3; round++) {
            progress.round(round, 500, 0.5 / (round + 1));
        }
        return "a model";
    }
}
