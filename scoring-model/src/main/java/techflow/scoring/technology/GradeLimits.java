package techflow.scoring.technology;

import java.util.List;

/**
 * Which index belongs to which grade. The grades tile [0, 100] without gap or overlap.
 *
 * @param lowest the lowest index of T1 to T9, strictly descending within (0, 100); T10 takes the rest
 */
public record GradeLimits(List<Double> lowest) {
    public GradeLimits {
        lowest = List.copyOf(lowest);
        if (lowest.size() != TechnologyGrade.values().length - 1) {
            throw new IllegalArgumentException("there must be 9 limits, one for each of T1 to T9, found " + lowest);
        }
        double above = 100;
        for (double limit : lowest) {
            if (!(limit > 0 && limit < above)) {
                throw new IllegalArgumentException("limits must descend strictly within (0, 100), found " + lowest);
            }
            above = limit;
        }
    }

    /** The grade of an index in [0, 100]. */
    public TechnologyGrade grade(double index) {
        for (int i = 0; i < lowest.size(); i++) {
            if (index >= lowest.get(i)) {
                return TechnologyGrade.T1.notched(i);
            }
        }
        return TechnologyGrade.T10;
    }
}
