package techflow.scoring.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import techflow.scoring.evaluation.AucComparison;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.evaluation.EvaluationReport;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.wording.Bilingual;

/**
 * Section 4: how well the model parts bads from goods, overall, by segment and over time.
 *
 * @param overall AUC and KS of the tested rows
 * @param curve for the ROC and the CAP
 * @param decline AUC of the training rows minus that of the tested ones, empty without training rows
 * @param days each tested as-of day
 * @param segments by segmentation
 * @param walkForward the model trained anew on ever longer history, empty when it cannot be
 */
public record DiscriminationFindings(
        Discrimination overall,
        Curve curve,
        Optional<Decline> decline,
        List<Segment> days,
        List<Parted> segments,
        List<WalkForward.Window> walkForward) {
    /** @param training AUC of the training rows */
    public record Decline(Estimate training, AucComparison comparison) {}

    /** The segments of one segmentation. */
    public record Parted(Segmentation by, List<Segment> segments) {}

    static DiscriminationFindings of(
            ValidationSubject subject, EvaluationReport report, List<WalkForward.Window> walkForward) {
        ValidationRows rows = subject.rows();
        return new DiscriminationFindings(
                report.discrimination(),
                Curve.of(rows.scored()),
                rows.development()
                        .map(d -> new Decline(
                                Discrimination.auc(d.scored()), AucComparison.independent(d.scored(), rows.scored()))),
                days(rows),
                subject.segmentations().stream()
                        .map(by -> new Parted(by, Segment.of(by, rows.tested(), rows.scored())))
                        .toList(),
                walkForward);
    }

    /** The lowest AUC of the tested days, empty when none has enough defaults. */
    public OptionalDouble worstDay() {
        return worst(days);
    }

    /** The lowest AUC of all segments, likewise. */
    public OptionalDouble worstSegment() {
        return worst(
                segments.stream().flatMap(parted -> parted.segments().stream()).toList());
    }

    private static OptionalDouble worst(List<Segment> segments) {
        return segments.stream()
                .flatMap(segment -> segment.auc().stream())
                .mapToDouble(Estimate::value)
                .min();
    }

    private static List<Segment> days(ValidationRows rows) {
        TrainingSet tested = rows.tested();
        List<Segment> days = new ArrayList<>();
        for (LocalDate day : tested.days()) {
            List<Integer> members = IntStream.range(0, tested.size())
                    .filter(row -> tested.asOf(row).date().equals(day))
                    .boxed()
                    .toList();
            days.add(Segment.of(new Bilingual(day.toString(), day.toString()), Segment.part(rows.scored(), members)));
        }
        return days;
    }
}
