package techflow.datasets.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Scores with outcomes, and how well the one ranks the other. */
final class RankedOutcomes {
    private record Point(double score, boolean bad) {}

    private final List<Point> points = new ArrayList<>();

    void add(double score, boolean bad) {
        points.add(new Point(score, bad));
    }

    PopulationReport.Truth truth() {
        double mean = points.stream().mapToDouble(Point::score).average().orElse(Double.NaN);
        long bads = points.stream().filter(Point::bad).count();
        return new PopulationReport.Truth(points.size(), auc(), mean, (double) bads / points.size());
    }

    /** Area under the ROC curve by mean ranks (Mann-Whitney), ties counted half; NaN when one class is empty. */
    double auc() {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::score));
        double rankSum = 0;
        long bads = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            long tied = 0;
            while (to < sorted.size()
                    && sorted.get(to).score() == sorted.get(from).score()) {
                tied += sorted.get(to).bad() ? 1 : 0;
                to++;
            }
            rankSum += tied * (from + 1 + to) / 2.0;
            bads += tied;
            from = to;
        }
        long goods = sorted.size() - bads;
        return (rankSum - bads * (bads + 1) / 2.0) / ((double) bads * goods);
    }
}
