package techflow.scoring.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Curve CURVE =
            new Curve(List.of(new Curve.Point(0, 10), new Curve.Point(10, 50), new Curve.Point(30, 90)));

    @Test
    void it_is_linear_between_corners_and_flat_beyond_them() {
        assertThat(CURVE.score(-5)).isEqualTo(10);
        assertThat(CURVE.score(0)).isEqualTo(10);
        assertThat(CURVE.score(2.5)).isEqualTo(20);
        assertThat(CURVE.score(10)).isEqualTo(50);
        assertThat(CURVE.score(20)).isEqualTo(70);
        assertThat(CURVE.score(30)).isEqualTo(90);
        assertThat(CURVE.score(1e9)).isEqualTo(90);
    }

    @Test
    void a_rising_curve_never_falls() {
        long seed = 20261101;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            double low = random.nextDouble(-5, 35);
            double high = low + random.nextDouble(0, 1e-3);
            assertThat(CURVE.score(high))
                    .as("seed %d, %s to %s", seed, low, high)
                    .isGreaterThanOrEqualTo(CURVE.score(low));
        }
    }

    @Test
    void one_corner_is_a_constant() {
        assertThat(new Curve(List.of(new Curve.Point(3, 40))).score(-1)).isEqualTo(40);
    }

    @Test
    void it_refuses_what_is_no_curve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(List.of()))
                .withMessageContaining("found none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve(List.of(new Curve.Point(1, 1), new Curve.Point(1, 2))))
                .withMessageContaining("ascend strictly, found 1.0 after 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curve.Point(1, 100.5))
                .withMessageContaining("found 1.0 and 100.5");
        assertThatIllegalArgumentException().isThrownBy(() -> CURVE.score(Double.NaN));
    }
}
