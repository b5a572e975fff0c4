package techflow.scoring.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The test of Hosmer and Lemeshow (1980): PDs against default rates in groups of about equal size, in the order of the PD.
 *
 * <p>On rows that the model was not fitted on, the statistic has as many degrees of freedom as groups, not two fewer.
 *
 * @param groups lowest PD first; rows of one PD are never parted
 * @param statistic Σ (bads − expected)² / (expected · (1 − mean PD))
 * @param p probability of a greater statistic, were the PDs true
 */
public record HosmerLemeshow(List<Group> groups, double statistic, double p) {
    /**
     * Rows of neighbouring PDs.
     *
     * @param meanPd mean PD
     */
    public record Group(int rows, int bads, double meanPd) {
        /** The default rate with its 95 % Jeffreys interval. */
        public Estimate observed() {
            return GradeRow.jeffreys(rows, bads);
        }
    }

    public HosmerLemeshow {
        groups = List.copyOf(groups);
    }

    /** The test in so many groups, fewer where ties leave no choice. @param wanted 2 or more */
    public static HosmerLemeshow of(ScoredSample sample, int wanted) {
        List<Group> groups = groups(sample, wanted);
        double statistic = 0;
        for (Group group : groups) {
            double expected = group.rows() * group.meanPd();
            statistic += (group.bads() - expected) * (group.bads() - expected) / (expected * (1 - group.meanPd()));
        }
        return new HosmerLemeshow(
                groups, statistic, ChiSquaredDistribution.of(groups.size()).survivalProbability(statistic));
    }

    private static List<Group> groups(ScoredSample sample, int wanted) {
        int[] order = IntStream.range(0, sample.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> sample.pds()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int next = 1; next <= order.length; next++) {
            boolean last = next == order.length;
            boolean full = next >= (long) (groups.size() + 1) * order.length / wanted;
            if (last || (full && sample.pds()[order[next]] > sample.pds()[order[next - 1]])) {
                groups.add(group(sample, order, from, next));
                from = next;
            }
        }
        return groups;
    }

    private static Group group(ScoredSample sample, int[] order, int from, int to) {
        int bads = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            bads += sample.bads()[order[i]] ? 1 : 0;
            sum += sample.pds()[order[i]];
        }
        return new Group(to - from, bads, sum / (to - from));
    }
}
