package techflow.scoring.technology;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import techflow.features.signal.InnovationAssessment;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.technology.InnovationFrame.Block;

/**
 * Innovation points (创新积分) that an authority published, in its own scale: shown beside our example computation and
 * never mixed with it.
 *
 * @param year the year assessed
 * @param frame under which frame
 * @param authority who published it
 * @param total points reached, empty when only blocks were published
 * @param maximum the most that the frame gives, empty when the source does not tell
 * @param blocks points by block, those that were published
 */
public record OfficialInnovationPoints(
        int year,
        InnovationFrame frame,
        String authority,
        OptionalDouble total,
        OptionalDouble maximum,
        Map<Block, Double> blocks) {
    public OfficialInnovationPoints {
        blocks = Map.copyOf(blocks);
    }

    /** What was known on a snapshot, the latest year first; empty when no authority's points were. */
    public static List<OfficialInnovationPoints> of(Snapshot snapshot) {
        return Stream.of(assessments(snapshot), withIndicators(snapshot))
                .flatMap(one -> one)
                .sorted(Comparator.comparingInt(OfficialInnovationPoints::year)
                        .reversed()
                        .thenComparing(OfficialInnovationPoints::frame)
                        .thenComparing(OfficialInnovationPoints::authority))
                .toList();
    }

    private static Stream<OfficialInnovationPoints> assessments(Snapshot snapshot) {
        return snapshot.signals(SignalKind.INNOVATION_ASSESSMENT, InnovationAssessment.class).stream()
                .map(one -> new OfficialInnovationPoints(
                        one.year(),
                        frame(one.frame()),
                        one.authority(),
                        one.total(),
                        OptionalDouble.of(one.maximum()),
                        blocks(one)));
    }

    private static InnovationFrame frame(InnovationAssessment.Frame frame) {
        return switch (frame) {
            case GUIDELINE_2024 -> InnovationFrame.GUIDELINE_2024;
            case NATIONAL_2025 -> InnovationFrame.NATIONAL_2025;
            case LOCAL -> InnovationFrame.LOCAL;
        };
    }

    private static Map<Block, Double> blocks(InnovationAssessment one) {
        Map<Block, Double> blocks = new EnumMap<>(Block.class);
        one.input().ifPresent(points -> blocks.put(Block.INPUT, points));
        one.output().ifPresent(points -> blocks.put(Block.OUTPUT, points));
        one.development().ifPresent(points -> blocks.put(Block.DEVELOPMENT, points));
        one.impact().ifPresent(points -> blocks.put(Block.IMPACT, points));
        return blocks;
    }

    /** A total that came with a year's 18 indicators: the frame of 2024, whose maximum the row does not tell. */
    private static Stream<OfficialInnovationPoints> withIndicators(Snapshot snapshot) {
        return snapshot.signals(SignalKind.INNOVATION_INDICATORS, InnovationIndicators.class).stream()
                .filter(one -> one.officialPoints().isPresent())
                .map(one -> new OfficialInnovationPoints(
                        one.year(),
                        InnovationFrame.GUIDELINE_2024,
                        one.header().source(),
                        one.officialPoints(),
                        InnovationFrame.GUIDELINE_2024.maximum(),
                        Map.of()));
    }
}
