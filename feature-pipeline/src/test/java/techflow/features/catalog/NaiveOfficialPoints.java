package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_DISCLOSED;
import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.InnovationAssessment;
import techflow.features.signal.InnovationAssessment.Frame;
import techflow.features.signal.Signal;

/** The naive oracle for points that an authority awarded. */
final class NaiveOfficialPoints extends NaiveReading {
    NaiveOfficialPoints(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        InnovationAssessment now = best(one -> one.total().isPresent());
        untold("innovation_official_share");
        untold("innovation_official_trend");
        if (now != null) {
            say("innovation_official_share", share(now));
            InnovationAssessment before = best(one -> one.total().isPresent()
                    && one.year() < now.year()
                    && one.frame() == now.frame()
                    && one.authority().equals(now.authority()));
            if (before == null) {
                missing("innovation_official_trend", NOT_ENOUGH_HISTORY);
            } else {
                say("innovation_official_trend", share(now) - share(before));
            }
        }
        block("input", 100, InnovationAssessment::input);
        block("output", 100, InnovationAssessment::output);
        block("development", 100, InnovationAssessment::development);
        block("impact", 30, InnovationAssessment::impact);
        return answers;
    }

    private static double share(InnovationAssessment assessment) {
        return Math.min(1, assessment.total().orElseThrow() / assessment.maximum());
    }

    private List<InnovationAssessment> recent() {
        List<InnovationAssessment> recent = new ArrayList<>();
        for (InnovationAssessment one : all(InnovationAssessment.class)) {
            if (one.year() < today.getYear() && one.year() >= today.getYear() - 3) {
                recent.add(one);
            }
        }
        return recent;
    }

    /** Year by year backwards, frame by frame, the authority that comes first by name. */
    private @Nullable InnovationAssessment best(Predicate<InnovationAssessment> test) {
        for (int year = today.getYear() - 1; year >= today.getYear() - 3; year--) {
            for (Frame frame : List.of(Frame.NATIONAL_2025, Frame.GUIDELINE_2024, Frame.LOCAL)) {
                InnovationAssessment best = null;
                for (InnovationAssessment one : recent()) {
                    boolean fits = one.year() == year && one.frame() == frame && test.test(one);
                    boolean first = best == null || one.authority().compareTo(best.authority()) < 0;
                    best = fits && first ? one : best;
                }
                if (best != null) {
                    return best;
                }
            }
        }
        return null;
    }

    private void untold(String name) {
        boolean never = all(InnovationAssessment.class).isEmpty();
        missing(name, never ? NO_DATA : recent().isEmpty() ? NOT_ENOUGH_HISTORY : NOT_DISCLOSED);
    }

    private void block(String name, double most, Function<InnovationAssessment, OptionalDouble> points) {
        InnovationAssessment best = best(
                one -> one.frame() == Frame.NATIONAL_2025 && points.apply(one).isPresent());
        untold("innovation_block_" + name);
        if (best != null) {
            say("innovation_block_" + name, Math.min(most, points.apply(best).orElseThrow()));
        }
    }
}
