package techflow.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.model.Calibrator;
import techflow.scoring.score.ScoreScale;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.wording.PointsCardText;
import techflow.testing.TestDatabase;

class PointsCardTest {
    private static final SmallWorld WORLD = new SmallWorld(5, 6_000);
    private static final ModelArtifact MODEL = WORLD.train("1").artifact();
    private static final Scorecard SCORECARD = (Scorecard) MODEL.model();
    private static final PointsCard CARD = PointsCard.of(SCORECARD, MODEL.calibrator(), ScoreScale.STANDARD);

    @Test
    void no_firm_is_farther_from_its_unrounded_score_than_stated_and_the_mean_is_kept() {
        double sum = 0;
        double farthest = 0;
        for (int row = 0; row < WORLD.set().size(); row++) {
            FeatureVector vector = WORLD.set().vector(row);
            double exact = ScoreScale.STANDARD.points(MODEL.calibrator().calibrate(SCORECARD.logOdds(vector)));
            double error = CARD.score(SCORECARD, vector) - exact;
            farthest = Math.max(farthest, Math.abs(error));
            sum += error;
        }
        assertThat(farthest).isLessThanOrEqualTo(CARD.greatestError() + 1e-9).isPositive();
        assertThat(CARD.greatestError()).isLessThan(1 + 0.5 * CARD.lines().size());
        assertThat(sum / WORLD.set().size()).isCloseTo(0, within(0.6));
    }

    @Test
    void within_a_characteristic_a_safer_bin_never_has_fewer_points() {
        for (PointsCard.Line line : CARD.lines()) {
            assertThat(line.span()).isPositive();
            for (PointsCard.Row one : line.rows()) {
                for (PointsCard.Row other : line.rows()) {
                    assertThat(one.bin().woe() > other.bin().woe() && one.points() < other.points())
                            .as("%s: %s, %s", line.feature(), one, other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_database_adds_the_same_points_from_the_sql_form() throws SQLException {
        List<FeatureName> features = SCORECARD.features();
        try (Connection connection = TestDatabase.fresh().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table firm (number int, "
                    + features.stream()
                            .map(one -> one + (one.equals(SmallWorld.FIELD) ? " text" : " double precision"))
                            .collect(Collectors.joining(", "))
                    + ")");
            for (int row = 0; row < 300; row++) {
                FeatureVector vector = WORLD.set().vector(row);
                statement.execute("insert into firm values (" + row + ", "
                        + features.stream()
                                .map(one -> literal(vector.value(one)))
                                .collect(Collectors.joining(", ")) + ")");
            }
            try (ResultSet scores =
                    statement.executeQuery("select number, " + CARD.sql() + " as score from firm order by number")) {
                int compared = 0;
                while (scores.next()) {
                    assertThat(scores.getInt(2))
                            .isEqualTo(CARD.score(SCORECARD, WORLD.set().vector(scores.getInt(1))));
                    compared++;
                }
                assertThat(compared).isEqualTo(300);
            }
        }
    }

    @Test
    void special_values_come_first_in_the_sql_form() {
        Counts counts = new Counts(900, 100);
        Binning binning = new Binning(
                SmallWorld.CASH,
                List.of(
                        new Bin.NumericBin(Double.NEGATIVE_INFINITY, 0.5, -1, counts),
                        new Bin.NumericBin(0.5, Double.POSITIVE_INFINITY, 1, counts)),
                new Bin.MissingBin(-0.5, counts),
                List.of(
                        new Bin.SpecialBin(FeatureValue.of(-99), 0.25, counts),
                        new Bin.SpecialBin(FeatureValue.missing(MissingReason.NOT_DISCLOSED), -2, counts)));
        Scorecard scorecard = new Scorecard(0, List.of(new Characteristic(binning, 1)));
        PointsCard card = PointsCard.of(scorecard, Calibrator.IDENTITY, new ScoreScale(600, 1, 10 * Math.log(2)));
        assertThat(card.sql()).isEqualTo("""
                        600
                          + CASE WHEN cash_ratio = -99.0 THEN 3 WHEN cash_ratio_missing = 'NOT_DISCLOSED' THEN -20\
                         WHEN cash_ratio < 0.5 THEN -10 WHEN cash_ratio >= 0.5 THEN 10 ELSE -5 END""");
    }

    @Test
    void the_printed_card_names_every_bin_in_both_languages() {
        PointsCardText text = new PointsCardText(CARD, SmallWorld.CATALOG.definitions());
        assertThat(text.markdown()).contains("特征 Characteristic", "缺失 missing", "Late payments");
        long bins = CARD.lines().stream().mapToLong(line -> line.rows().size()).sum();
        assertThat(text.csv().lines().count()).isEqualTo(2 + bins);
        assertThat(text.csv()).contains("late_payments,\"测试\",\"Late payments\",\"");
    }

    private static String literal(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> String.valueOf(numeric.value());
            case FeatureValue.Category category -> "'" + category.label() + "'";
            case FeatureValue.Missing missing -> "null";
        };
    }
}
