package techflow.scoring.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GradeLimitsTest {
    private static final List<Double> LOWEST = List.of(90.0, 80.0, 70.0, 60.0, 50.0, 40.0, 30.0, 20.0, 10.0);

    @Test
    void the_grades_tile_zero_to_a_hundred_in_order() {
        GradeLimits limits = new GradeLimits(LOWEST);
        Set<TechnologyGrade> seen = EnumSet.noneOf(TechnologyGrade.class);
        TechnologyGrade before = TechnologyGrade.T10;
        for (int tenth = 0; tenth <= 1000; tenth++) {
            TechnologyGrade grade = limits.grade(tenth / 10.0);
            assertThat(grade).as("index %s", tenth / 10.0).isLessThanOrEqualTo(before);
            assertThat(before.ordinal() - grade.ordinal())
                    .as("no grade is skipped")
                    .isLessThanOrEqualTo(1);
            seen.add(grade);
            before = grade;
        }
        assertThat(seen).hasSize(10);
    }

    @Test
    void a_limit_belongs_to_the_better_grade() {
        GradeLimits limits = new GradeLimits(LOWEST);
        assertThat(limits.grade(90)).isEqualTo(TechnologyGrade.T1);
        assertThat(limits.grade(Math.nextDown(90.0))).isEqualTo(TechnologyGrade.T2);
        assertThat(limits.grade(10)).isEqualTo(TechnologyGrade.T9);
        assertThat(limits.grade(Math.nextDown(10.0))).isEqualTo(TechnologyGrade.T10);
    }

    @Test
    void limits_that_do_not_tile_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradeLimits(LOWEST.subList(1, 9)))
                .withMessageContaining("9 limits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradeLimits(List.of(90.0, 80.0, 70.0, 70.0, 50.0, 40.0, 30.0, 20.0, 10.0)))
                .withMessageContaining("descend strictly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradeLimits(List.of(90.0, 80.0, 70.0, 60.0, 50.0, 40.0, 30.0, 20.0, 0.0)))
                .withMessageContaining("within (0, 100)");
    }
}
