package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureName;
import techflow.scoring.training.TreeInputs;

/** What pairs of features gain together: the gain of each second question, summed by the pair on its path. */
record PairGains(Map<List<FeatureName>, Double> gains) {
    static PairGains of(BoosterJson booster, TreeInputs inputs) {
        Map<List<FeatureName>, Double> gains =
                new TreeMap<>(Comparator.comparing((List<FeatureName> pair) -> pair.getFirst())
                        .thenComparing(List::getLast));
        booster.secondSplits((root, child, gain) -> {
            FeatureName a = inputs.inputs().get(root).feature();
            FeatureName b = inputs.inputs().get(child).feature();
            if (!a.equals(b)) {
                gains.merge(a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a), gain, Double::sum);
            }
        });
        return new PairGains(gains);
    }

    List<List<FeatureName>> strongest(int most) {
        return gains.entrySet().stream()
                .sorted(Map.Entry.<List<FeatureName>, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The inputs of each pair, as XGBoost's interaction constraints; other features may still stand alone. */
    static List<List<Integer>> together(TreeInputs inputs, List<List<FeatureName>> pairs) {
        List<List<Integer>> sets = new ArrayList<>();
        for (List<FeatureName> pair : pairs) {
            sets.add(IntStream.range(0, inputs.size())
                    .filter(input -> pair.contains(inputs.inputs().get(input).feature()))
                    .boxed()
                    .toList());
        }
        return sets;
    }
}
