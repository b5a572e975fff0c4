package techflow.scoring.scorecard;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.scoring.model.Calibrator;
import techflow.scoring.score.ScoreScale;

/**
 * A scorecard in whole points, as people print and add it: {@code base + Σ points of the bins}.
 *
 * <p>Every bin's points are its part of the unrounded score rounded half up, so that within a characteristic a safer bin
 * never has fewer points. The base takes up the mean of what rounding adds, over the training rows. Of two firms whose
 * unrounded scores are more than {@code 2 · greatestError} apart the card never turns the order round. What is served is
 * the unrounded score, rounded once.
 *
 * @param base points of every firm
 * @param lines one a characteristic, in the order of the scorecard
 * @param greatestError the farthest, in points, that any firm's sum can be from its unrounded score
 */
public record PointsCard(int base, List<Line> lines, double greatestError) {
    public PointsCard {
        lines = List.copyOf(lines);
    }

    /**
     * One characteristic.
     *
     * @param rows one a bin: those of the values in order, the special ones, that of missing values
     */
    public record Line(FeatureName feature, List<Row> rows) {
        public Line {
            rows = List.copyOf(rows);
        }

        /** The points of a value. */
        int points(Bin bin) {
            return rows.stream()
                    .filter(row -> row.bin().equals(bin))
                    .findFirst()
                    .orElseThrow()
                    .points();
        }

        /** The most points that this line can give less the fewest. */
        public int span() {
            var statistics = rows.stream().mapToInt(Row::points).summaryStatistics();
            return statistics.getMax() - statistics.getMin();
        }
    }

    /**
     * One bin.
     *
     * @param exact its part of the unrounded score
     * @param points the same as a whole number
     */
    public record Row(Bin bin, double exact, int points) {
        double error() {
            return points - exact;
        }
    }

    /** The card of a scorecard, its calibration and the scale of its score. */
    public static PointsCard of(Scorecard scorecard, Calibrator calibrator, ScoreScale scale) {
        double pointsPerWoe = scale.factor() * calibrator.slope();
        List<Line> lines = scorecard.characteristics().stream()
                .map(line -> line(line, pointsPerWoe * line.coefficient()))
                .toList();
        double exactBase = scale.points(calibrator.calibrate(scorecard.intercept()));
        double added = lines.stream().mapToDouble(PointsCard::meanError).sum();
        int base = Math.toIntExact(Math.round(exactBase - added));
        return new PointsCard(base, lines, greatestError(base - exactBase, lines));
    }

    private static Line line(Characteristic characteristic, double pointsPerWoe) {
        return new Line(
                characteristic.feature(),
                characteristic.binning().all().stream()
                        .map(bin -> new Row(
                                bin, pointsPerWoe * bin.woe(), Math.toIntExact(Math.round(pointsPerWoe * bin.woe()))))
                        .toList());
    }

    private static double meanError(Line line) {
        double sum = 0;
        long rows = 0;
        for (Row row : line.rows()) {
            sum += row.bin().counts().total() * row.error();
            rows += row.bin().counts().total();
        }
        return rows == 0 ? 0 : sum / rows;
    }

    private static double greatestError(double baseError, List<Line> lines) {
        double most = baseError;
        double least = baseError;
        for (Line line : lines) {
            var errors = line.rows().stream().mapToDouble(Row::error).summaryStatistics();
            most += errors.getMax();
            least += errors.getMin();
        }
        return Math.max(most, -least);
    }

    /** The sum for a firm. */
    public int score(Scorecard scorecard, FeatureVector vector) {
        int sum = base;
        for (int i = 0; i < lines.size(); i++) {
            Characteristic line = scorecard.characteristics().get(i);
            sum += lines.get(i).points(line.binning().bin(vector.value(line.feature())));
        }
        return sum;
    }

    /**
     * The card as one SQL expression over columns named like the features, NULL where missing; a reason of missing that has
     * a bin of its own is read from the column {@code feature_missing}, such as {@code 'NOT_DISCLOSED'}.
     */
    public String sql() {
        return SqlForm.of(this);
    }
}
