package techflow.scoring.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import techflow.scoring.counterfactual.CounterfactualSearch.Step;

/**
 * All ways to change so many features at once.
 *
 * @param byFeature the steps of each feature
 * @param size how many features change
 */
record Combinations(List<List<Step>> byFeature, int size) {
    /** The cheapest combination that passes; of equally cheap ones the first in the order of the features. */
    Optional<List<Step>> cheapest(Predicate<List<Step>> passes) {
        List<List<Step>> all = new ArrayList<>();
        extend(0, List.of(), all);
        return all.stream()
                .sorted(Comparator.comparingDouble(Combinations::cost))
                .filter(passes)
                .findFirst();
    }

    private void extend(int from, List<Step> chosen, List<List<Step>> all) {
        if (chosen.size() == size) {
            all.add(chosen);
            return;
        }
        for (int feature = from; feature < byFeature.size(); feature++) {
            for (Step step : byFeature.get(feature)) {
                List<Step> more = new ArrayList<>(chosen);
                more.add(step);
                extend(feature + 1, more, all);
            }
        }
    }

    private static double cost(List<Step> steps) {
        return steps.stream().mapToDouble(Step::cost).sum();
    }
}
