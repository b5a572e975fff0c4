package techflow.scoring.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.counterfactual.Counterfactual.Change;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.ScoringResult;

/**
 * Looks for the smallest change that reaches the next better grade.
 *
 * <p>A feature moves to where the model's answer changes, and no farther than needed. Fewer features are smaller than more;
 * among as many, the sum of moves counts, each in interquartile ranges of the reference firms. One, two and three features
 * are tried in full over the {@value #MOST_STEPS} nearest steps of each, three of them only among the
 * {@value #MOST_IN_THREES} that help most; missing values do not move, since nobody knows from where.
 */
public final class CounterfactualSearch {
    static final int MOST_STEPS = 8;
    static final int MOST_IN_THREES = 12;

    private final ScoringPipeline pipeline;
    private final StepFinder steps;

    /** @param actions what firms can do; features that the model does not look at are passed over */
    public CounterfactualSearch(ScoringPipeline pipeline, List<Action> actions) {
        this.pipeline = pipeline;
        this.steps = new StepFinder(pipeline, actions);
    }

    /** A change and what it costs. */
    record Step(Change change, double cost) {}

    /** The change for the grade above the firm's; empty when it has R1, cannot be scored, or no such change was found. */
    public Optional<Counterfactual> nextGrade(FeatureVector vector) {
        return switch (pipeline.score(vector)) {
            case ScoringResult.NotScorable none -> Optional.empty();
            case ScoringResult.Scored scored ->
                scored.grade() == CreditGrade.R1
                        ? Optional.empty()
                        : reach(CreditGrade.values()[scored.grade().ordinal() - 1], vector);
        };
    }

    private Optional<Counterfactual> reach(CreditGrade grade, FeatureVector vector) {
        int wanted = pipeline.grades().lowestScore(grade);
        List<List<Step>> byFeature = steps.of(vector);
        for (int size = 1; size <= 3; size++) {
            List<List<Step>> tried = size < 3 ? byFeature : mostHelpful(byFeature, vector);
            Optional<Counterfactual> found = new Combinations(tried, size)
                    .cheapest(combination -> score(vector, combination) >= wanted)
                    .flatMap(combination -> verified(vector, combination, grade));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Scored once more on the whole path; a change that makes the firm unscorable is none. */
    private Optional<Counterfactual> verified(FeatureVector vector, List<Step> combination, CreditGrade wanted) {
        return switch (pipeline.score(changed(vector, combination))) {
            case ScoringResult.NotScorable none -> Optional.empty();
            case ScoringResult.Scored scored ->
                scored.grade().compareTo(wanted) <= 0
                        ? Optional.of(new Counterfactual(
                                combination.stream().map(Step::change).toList(), scored.score(), scored.grade()))
                        : Optional.empty();
        };
    }

    private List<List<Step>> mostHelpful(List<List<Step>> byFeature, FeatureVector vector) {
        return byFeature.stream()
                .sorted(Comparator.comparingInt((List<Step> of) -> -of.stream()
                        .mapToInt(step -> score(vector, List.of(step)))
                        .max()
                        .orElse(Integer.MIN_VALUE)))
                .limit(MOST_IN_THREES)
                .toList();
    }

    private int score(FeatureVector vector, List<Step> combination) {
        double raw = pipeline.model().logOdds(changed(vector, combination));
        return pipeline.grades().scale().score(pipeline.calibrator().calibrate(raw));
    }

    private static FeatureVector changed(FeatureVector vector, List<Step> combination) {
        List<FeatureValue> values = new ArrayList<>(vector.values());
        for (Step step : combination) {
            values.set(
                    vector.schema().position(step.change().feature()).orElseThrow(),
                    step.change().after());
        }
        return new FeatureVector(vector.enterprise(), vector.asOf(), vector.schema(), values);
    }
}
