package techflow.scoring.engine.xgboost;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import techflow.features.definition.FeatureName;

/**
 * What is settled before additive trees are trained.
 *
 * @param mainRounds trees of one question
 * @param pairRounds trees of two questions
 * @param pairs the features that may stand together
 */
public record AdditivePlan(int mainRounds, int pairRounds, List<List<FeatureName>> pairs) {
    public AdditivePlan {
        pairs = pairs.stream().map(List::copyOf).toList();
        if (mainRounds < 1 || pairRounds < 0) {
            throw new IllegalArgumentException(
                    "additive trees need 1 main round or more and 0 pair rounds or more, found " + mainRounds + " and "
                            + pairRounds);
        }
    }

    Map<String, String> asTexts() {
        return Map.of(
                "mainRounds", String.valueOf(mainRounds),
                "pairRounds", String.valueOf(pairRounds),
                "pairs",
                        pairs.stream()
                                .map(pair -> pair.getFirst() + "×" + pair.getLast())
                                .collect(Collectors.joining(" ")));
    }
}
