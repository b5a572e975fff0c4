package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import techflow.scoring.evaluation.ScoredSample;

/**
 * The shares of firms caught when one goes from the riskiest PD to the safest.
 *
 * @param points from (0, 0, 0) to (1, 1, 1), thinned to at most {@value #MOST_POINTS}
 */
public record Curve(List<Point> points) {
    static final int MOST_POINTS = 200;

    /** @param all share of all firms @param goods share of the goods @param bads share of the bads */
    public record Point(double all, double goods, double bads) {}

    static Curve of(ScoredSample sample) {
        int[] order = IntStream.range(0, sample.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -sample.pds()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int allBads = sample.badCount();
        int allGoods = sample.size() - allBads;
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0, 0)));
        int bads = 0;
        double step = (double) order.length / MOST_POINTS;
        double wanted = step;
        for (int i = 0; i < order.length; i++) {
            bads += sample.bads()[order[i]] ? 1 : 0;
            boolean last = i + 1 == order.length;
            boolean tied = !last && sample.pds()[order[i + 1]] == sample.pds()[order[i]];
            if (last || (!tied && i + 1 >= wanted)) {
                points.add(new Point(
                        (i + 1.0) / order.length, (double) (i + 1 - bads) / allGoods, (double) bads / allBads));
                wanted = i + 1 + step;
            }
        }
        return new Curve(points);
    }
}
