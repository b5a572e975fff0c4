package techflow.scoring.counterfactual;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.scoring.counterfactual.Action.Move;
import techflow.scoring.counterfactual.Counterfactual.Change;
import techflow.scoring.counterfactual.CounterfactualSearch.Step;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.CreditGrade;

/** Where each feature that can be acted on would have to go for the model's answer to change. */
final class StepFinder {
    private final ScoringPipeline pipeline;
    private final List<Action> actions;
    private final Map<FeatureName, Double> spreads = new HashMap<>();

    StepFinder(ScoringPipeline pipeline, List<Action> actions) {
        this.pipeline = pipeline;
        List<FeatureName> features = pipeline.model().features();
        this.actions = actions.stream()
                .filter(action -> features.contains(action.feature()))
                .filter(action -> unit(action) != Unit.CATEGORY)
                .toList();
        this.actions.forEach(action -> spreads.put(action.feature(), spread(features.indexOf(action.feature()))));
    }

    /** The steps of each action, nearest first; an action without any is left out. */
    List<List<Step>> of(FeatureVector vector) {
        return actions.stream()
                .map(action -> steps(action, vector))
                .filter(steps -> !steps.isEmpty())
                .toList();
    }

    private List<Step> steps(Action action, FeatureVector vector) {
        double now = vector.number(action.feature());
        if (Double.isNaN(now)) {
            return List.of();
        }
        double[] cuts = pipeline.model().cuts(action.feature());
        boolean whole = unit(action) == Unit.COUNT;
        IntStream ahead = switch (action.move()) {
            case RAISE -> IntStream.range(0, cuts.length).filter(i -> cuts[i] > now);
            case LOWER ->
                IntStream.range(0, cuts.length).map(i -> cuts.length - 1 - i).filter(i -> cuts[i] <= now);
        };
        return ahead.limit(CounterfactualSearch.MOST_STEPS)
                .mapToDouble(i -> action.move() == Move.RAISE ? from(cuts, i, whole) : below(cuts, i, whole))
                .filter(then -> then != now)
                .distinct()
                .mapToObj(then -> step(action, now, then))
                .toList();
    }

    private Step step(Action action, double now, double then) {
        Change change = new Change(action.feature(), FeatureValue.of(now), FeatureValue.of(then));
        return new Step(change, Math.abs(then - now) / spread(action.feature()));
    }

    /** The cut itself or the next rounder number that is still below the next cut. */
    private static double from(double[] cuts, int i, boolean whole) {
        double end = i + 1 < cuts.length ? cuts[i + 1] : Double.POSITIVE_INFINITY;
        return whole ? Math.ceil(cuts[i]) : roundest(cuts[i], RoundingMode.CEILING, number -> number < end);
    }

    /** A round number below the cut but not below the one before. Trees compare floats: a float below must stay below. */
    private static double below(double[] cuts, int i, boolean whole) {
        double begin = i > 0 ? cuts[i - 1] : Double.NEGATIVE_INFINITY;
        double nearest = Math.min(Math.nextDown(cuts[i]), Math.nextDown((float) cuts[i]));
        return whole ? Math.ceil(cuts[i]) - 1 : roundest(nearest, RoundingMode.FLOOR, number -> number >= begin);
    }

    /** Rounded to as few digits, from two on, as the bound allows. */
    private static double roundest(double number, RoundingMode mode, DoublePredicate allowed) {
        return IntStream.rangeClosed(2, 17)
                .mapToDouble(digits -> new BigDecimal(number)
                        .round(new MathContext(digits, mode))
                        .doubleValue())
                .filter(allowed)
                .findFirst()
                .orElse(number);
    }

    private Unit unit(Action action) {
        int position = pipeline.schema().position(action.feature()).orElseThrow();
        return pipeline.schema().columns().get(position).unit();
    }

    private double spread(FeatureName feature) {
        return spreads.getOrDefault(feature, 1.0);
    }

    /** The interquartile range of the reference firms of all grades, or their whole range, or 1. */
    private double spread(int index) {
        List<Double> known = new ArrayList<>();
        for (CreditGrade grade : CreditGrade.values()) {
            ReferenceProfile reference = pipeline.reference(grade);
            for (List<FeatureValue> firm : reference.sample()) {
                if (firm.get(index) instanceof FeatureValue.Numeric numeric) {
                    known.add(numeric.value());
                }
            }
        }
        double[] sorted =
                known.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return 1;
        }
        double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        double whole = sorted[sorted.length - 1] - sorted[0];
        return quartiles > 0 ? quartiles : whole > 0 ? whole : 1;
    }
}
