package techflow.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalesTest {
    private static final long SEED = 20261122;
    private static final GradeScale GRADES = GradeScale.standard(ScoreScale.STANDARD);

    @Test
    void base_points_stand_at_base_odds_and_odds_double_every_pdo() {
        assertThat(ScoreScale.STANDARD.points(Math.log(30))).isCloseTo(600, within(1e-9));
        assertThat(ScoreScale.STANDARD.points(Math.log(60))).isCloseTo(640, within(1e-9));
        assertThat(ScoreScale.STANDARD.points(Math.log(15))).isCloseTo(560, within(1e-9));
    }

    @Test
    void a_higher_pd_never_gives_a_higher_score_or_a_better_grade() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double one = random.nextDouble(1e-6, 1 - 1e-6);
            double two =
                    random.nextBoolean() ? Math.min(1 - 1e-7, Math.nextUp(one)) : random.nextDouble(1e-6, 1 - 1e-6);
            double low = Math.min(one, two);
            double high = Math.max(one, two);
            int safer = score(low);
            int riskier = score(high);
            assertThat(riskier).as("PD %s and %s, seed %d", low, high, SEED).isLessThanOrEqualTo(safer);
            assertThat(GRADES.grade(riskier)).isGreaterThanOrEqualTo(GRADES.grade(safer));
        }
    }

    @Test
    void grades_tile_the_pds_from_0_to_1() {
        double edge = 0;
        for (CreditGrade grade : CreditGrade.values()) {
            assertThat(GRADES.lowerPd(grade)).isEqualTo(edge);
            assertThat(GRADES.upperPd(grade)).isGreaterThan(edge);
            edge = GRADES.upperPd(grade);
        }
        assertThat(edge).isEqualTo(1);
    }

    @Test
    void the_grade_of_the_score_is_the_grade_of_the_pd() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double pd = StrictMath.exp(random.nextDouble(-9, -0.001));
            CreditGrade grade = GRADES.grade(score(pd));
            assertThat(pd).as("seed %d", SEED).isBetween(GRADES.lowerPd(grade) - 1e-12, GRADES.upperPd(grade) + 1e-12);
            assertThat(score(pd)).isGreaterThanOrEqualTo(GRADES.lowestScore(grade));
        }
    }

    @Test
    void every_integer_score_has_one_grade_and_limits_lie_between_scores() {
        for (CreditGrade grade : CreditGrade.values()) {
            if (grade != CreditGrade.R10) {
                int lowest = GRADES.lowestScore(grade);
                assertThat(GRADES.grade(lowest)).isEqualTo(grade);
                assertThat(GRADES.grade(lowest - 1).ordinal()).isEqualTo(grade.ordinal() + 1);
            }
        }
    }

    @Test
    void log_odds_and_pd_are_inverse() {
        for (double pd : new double[] {1e-9, 0.001, 0.03, 0.5, 0.97}) {
            double logOdds = new ProbabilityOfDefault(pd).logOdds();
            assertThat(ProbabilityOfDefault.ofLogOdds(logOdds).value()).isCloseTo(pd, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.2, Double.NaN})
    void a_pd_outside_0_to_1_is_refused_with_the_value_found(double value) {
        assertThatThrownBy(() -> new ProbabilityOfDefault(value)).hasMessage("PD must lie in (0, 1), found " + value);
    }

    @Test
    void limits_that_are_not_descending_half_points_are_refused() {
        List<Double> limits = new ArrayList<>(GRADES.lowerPoints());
        limits.set(3, 500.0);
        assertThatThrownBy(() -> new GradeScale(ScoreScale.STANDARD, limits)).hasMessageContaining("half-points");
        limits.set(3, limits.get(2));
        assertThatThrownBy(() -> new GradeScale(ScoreScale.STANDARD, limits)).hasMessageContaining("descend");
        assertThatThrownBy(() -> new GradeScale(ScoreScale.STANDARD, limits.subList(0, 8)))
                .hasMessageContaining("9 limits");
        assertThatThrownBy(() -> new ScoreScale(600, 30, 0)).hasMessageContaining("above 0");
    }

    private static int score(double pd) {
        return ScoreScale.STANDARD.score(new ProbabilityOfDefault(pd).logOdds());
    }
}
