package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPathTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_downturn_lies_inside_the_observation(long seed) {
        CommonPath path = new CommonPath(seed);

        double worst = IntStream.range(WorldCalendar.BURN_IN, WorldCalendar.MONTHS)
                .mapToDouble(path::cycle)
                .min()
                .orElseThrow();
        double best = IntStream.range(WorldCalendar.BURN_IN, WorldCalendar.MONTHS)
                .mapToDouble(path::cycle)
                .max()
                .orElseThrow();

        assertThat(worst).isLessThan(-0.3);
        assertThat(best - worst).isGreaterThan(0.7);
    }
}
