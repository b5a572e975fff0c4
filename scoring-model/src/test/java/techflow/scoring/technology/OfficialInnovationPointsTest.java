package techflow.scoring.technology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.InnovationAssessment;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.technology.InnovationFrame.Block;

class OfficialInnovationPointsTest {
    private static final EnterpriseId FIRM = EnterpriseId.placeholder("PT000001");

    @Test
    void published_points_keep_their_frame_their_authority_and_their_scale() {
        List<OfficialInnovationPoints> found = of(
                new InnovationAssessment(
                        header(2025),
                        2025,
                        InnovationAssessment.Frame.NATIONAL_2025,
                        "高新区",
                        OptionalDouble.of(101),
                        130,
                        OptionalDouble.of(40),
                        OptionalDouble.of(30),
                        OptionalDouble.of(21),
                        OptionalDouble.of(10)),
                new InnovationAssessment(
                        header(2025),
                        2025,
                        InnovationAssessment.Frame.LOCAL,
                        "龙岩",
                        OptionalDouble.of(700),
                        1000,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                new InnovationIndicators(header(2024), 2024, Map.of(), OptionalDouble.of(66)));

        assertThat(found)
                .containsExactly(
                        new OfficialInnovationPoints(
                                2025,
                                InnovationFrame.NATIONAL_2025,
                                "高新区",
                                OptionalDouble.of(101),
                                OptionalDouble.of(130),
                                Map.of(
                                        Block.INPUT,
                                        40.0,
                                        Block.OUTPUT,
                                        30.0,
                                        Block.DEVELOPMENT,
                                        21.0,
                                        Block.IMPACT,
                                        10.0)),
                        new OfficialInnovationPoints(
                                2025,
                                InnovationFrame.LOCAL,
                                "龙岩",
                                OptionalDouble.of(700),
                                OptionalDouble.of(1000),
                                Map.of()),
                        // the row tells no maximum, and none is made up
                        new OfficialInnovationPoints(
                                2024,
                                InnovationFrame.GUIDELINE_2024,
                                "test",
                                OptionalDouble.of(66),
                                OptionalDouble.empty(),
                                Map.of()));
    }

    @Test
    void without_a_published_total_there_are_no_official_points() {
        assertThat(of(new InnovationIndicators(header(2025), 2025, Map.of(), OptionalDouble.empty())))
                .isEmpty();
    }

    @Test
    void the_frame_of_2025_has_130_points_of_which_30_are_a_bonus() {
        assertThat(InnovationFrame.NATIONAL_2025.maximum()).hasValue(130);
        assertThat(InnovationFrame.NATIONAL_2025.blocks())
                .extracting(Block::chinese)
                .containsExactly("创新投入", "创新产出", "创新发展", "创新影响");
        assertThat(Block.IMPACT.maximum()).hasValue(30);
        assertThat(InnovationFrame.GUIDELINE_2024.maximum()).isEmpty();
    }

    private static List<OfficialInnovationPoints> of(Signal... signals) {
        return OfficialInnovationPoints.of(
                Snapshot.cut(FIRM, AsOf.startOf(LocalDate.of(2026, 11, 1)), List.of(signals)));
    }

    private static SignalHeader header(int year) {
        LocalDate day = LocalDate.of(year, 12, 31);
        return new SignalHeader(FIRM, day, day.atStartOfDay(SignalHeader.CHINA).toInstant(), "test");
    }
}
