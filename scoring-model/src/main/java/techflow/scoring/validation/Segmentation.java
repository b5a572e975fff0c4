package techflow.scoring.validation;

import java.util.Optional;
import java.util.function.BiFunction;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.wording.Bilingual;

/**
 * A way to part firms, such as by region.
 *
 * @param key stable word
 * @param name for people
 * @param forFairness whether unequal treatment between its segments would need a reason
 * @param segmentOf the segment of a row, empty when it is not known
 */
public record Segmentation(String key, Bilingual name, boolean forFairness, SegmentOf segmentOf) {
    /** Tells the segment of a row. */
    @FunctionalInterface
    public interface SegmentOf {
        Optional<Bilingual> of(TrainingSet rows, int row);
    }

    /** By what is known of the firm beside its features. */
    public static Segmentation byFirm(
            String key,
            Bilingual name,
            boolean forFairness,
            BiFunction<EnterpriseId, AsOf, Optional<Bilingual>> segment) {
        return new Segmentation(
                key, name, forFairness, (rows, row) -> segment.apply(rows.enterprise(row), rows.asOf(row)));
    }
}
