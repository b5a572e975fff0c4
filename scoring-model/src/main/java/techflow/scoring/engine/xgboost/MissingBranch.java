package techflow.scoring.engine.xgboost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TreeInputs;

/**
 * Keeps a missing value from scoring better than every known one, so that no firm gains by keeping silent.
 *
 * <p>Of a feature with a direction: directions hold for every known value, and with finite thresholds a missing one stays
 * between the ends of the real line. But a split beyond the best known value parts the missing from all that are known:
 * there the missing are sent along with the known.
 *
 * <p>Of a feature without a direction: each tree may send the missing to its own better side, as no one value goes
 * everywhere. So the missing go where one known value goes, the one whose ways through all trees are most like those
 * that training found for the missing. Where no feature at all has a direction, nobody has said what may be rewarded,
 * and trees stay as they are.
 */
final class MissingBranch {
    private final TreeInputs inputs;
    private final float[] best;

    private MissingBranch(TreeInputs inputs, float[] best) {
        this.inputs = inputs;
        this.best = best;
    }

    /** Sends the missing of trained trees on their way. @return how many splits were changed */
    static int settle(BoosterJson trees, TrainingSet set, TreeInputs inputs) {
        return settle(trees, Starts.best(set, inputs), inputs);
    }

    /** @param best the best known value of each input, NaN for an input without a direction */
    static int settle(BoosterJson trees, float[] best, TreeInputs inputs) {
        if (inputs.directions().stream().allMatch(direction -> direction == Direction.NONE)) {
            return 0;
        }
        MissingBranch branch = new MissingBranch(inputs, best);
        float[] standIns = branch.standIns(branch.questions(trees));
        return trees.sendMissing(
                (input, threshold, low, cover) -> switch (inputs.directions().get(input)) {
                    case SAFER_WHEN_HIGHER -> low || best[input] < threshold;
                    case RISKIER_WHEN_HIGHER -> low && !(best[input] >= threshold);
                    case NONE -> standIns[input] < threshold;
                });
    }

    /** What a tree asks of an input, and where it sends the missing. */
    private record Question(int input, float threshold, boolean missingGoesLow, double cover) {
        boolean agrees(float value) {
            return value < threshold == missingGoesLow;
        }
    }

    /** Of every feature without a direction, those of all its inputs: a category has one for each label. */
    private Map<FeatureName, List<Question>> questions(BoosterJson trees) {
        Map<FeatureName, List<Question>> questions = new HashMap<>();
        trees.sendMissing((input, threshold, low, cover) -> {
            if (inputs.directions().get(input) == Direction.NONE) {
                questions
                        .computeIfAbsent(inputs.inputs().get(input).feature(), none -> new ArrayList<>())
                        .add(new Question(input, threshold, low, cover));
            }
            return low;
        });
        return questions;
    }

    /** The value of each input that the missing stand in for, NaN for an input with a direction or that nobody asks. */
    private float[] standIns(Map<FeatureName, List<Question>> byFeature) {
        float[] standIns = new float[inputs.size()];
        Arrays.fill(standIns, Float.NaN);
        byFeature.forEach((feature, questions) -> {
            if (inputs.inputs().get(questions.getFirst().input()).label().isEmpty()) {
                standIns[questions.getFirst().input()] = likest(questions);
            } else {
                int label = likestLabel(feature, questions);
                for (int input = 0; input < standIns.length; input++) {
                    if (inputs.inputs().get(input).feature().equals(feature)) {
                        standIns[input] = input == label ? 1 : 0;
                    }
                }
            }
        });
        return standIns;
    }

    /** The number that most rows' questions send where they send the missing. */
    private static float likest(List<Question> questions) {
        List<Question> ascending = questions.stream()
                .sorted(Comparator.comparingDouble(Question::threshold))
                .toList();
        double agreement = ascending.stream()
                .filter(Question::missingGoesLow)
                .mapToDouble(Question::cover)
                .sum();
        double most = agreement;
        float likest = Math.nextDown(ascending.getFirst().threshold());
        for (int i = 0; i < ascending.size(); i++) {
            Question passed = ascending.get(i);
            agreement += passed.missingGoesLow() ? -passed.cover() : passed.cover();
            boolean lastOfItsThreshold =
                    i + 1 == ascending.size() || ascending.get(i + 1).threshold() > passed.threshold();
            if (lastOfItsThreshold && agreement > most) {
                most = agreement;
                likest = passed.threshold();
            }
        }
        return likest;
    }

    private int likestLabel(FeatureName feature, List<Question> questions) {
        int likest = -1;
        double most = -1;
        for (int label = 0; label < inputs.size(); label++) {
            if (inputs.inputs().get(label).feature().equals(feature)) {
                double agreement = agreement(questions, label);
                if (agreement > most) {
                    most = agreement;
                    likest = label;
                }
            }
        }
        return likest;
    }

    private static double agreement(List<Question> questions, int label) {
        return questions.stream()
                .filter(question -> question.agrees(question.input() == label ? 1 : 0))
                .mapToDouble(Question::cover)
                .sum();
    }
}
