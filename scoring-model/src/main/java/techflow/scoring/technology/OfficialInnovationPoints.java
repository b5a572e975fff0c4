package techflow.scoring.technology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

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
        Map<InnovationFrame.Block, Double> blocks) {
    public OfficialInnovationPoints {
        blocks = Map.copyOf(blocks);
    }

    /** What was known on a snapshot, the latest year first; empty when no authority's points were. */
    public static List<OfficialInnovationPoints> of(Snapshot snapshot) {
        return Stream.of(withIndicators(snapshot))
                .flatMap(one -> one)
                .sorted(Comparator.comparingInt(OfficialInnovationPoints::year)
                        .reversed()
                        .thenComparing(OfficialInnovationPoints::frame)
                        .thenComparing(OfficialInnovationPoints::authority))
                .toList();
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
