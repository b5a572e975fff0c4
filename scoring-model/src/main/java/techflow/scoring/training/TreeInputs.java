package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.trees.TreeInput;

/**
 * The numbers that trees may ask about, drawn from the candidates in the order of the schema: whoever lists the candidates
 * in another order gets the same trees.
 *
 * @param inputs one per numeric feature, and one per label of a category
 * @param directions declared direction of each input; a label has none
 * @param dropped candidates that cannot take part, and why
 */
public record TreeInputs(List<TreeInput> inputs, List<Direction> directions, List<ModelTrainer.Dropped> dropped) {
    private static final int BLOCK = 1024;

    /** Takes a number of a row. */
    @FunctionalInterface
    public interface Sink {
        /** @param value the number as {@code float}, NaN where missing */
        void set(int row, int input, float value);
    }

    public TreeInputs {
        inputs = List.copyOf(inputs);
        directions = List.copyOf(directions);
        dropped = List.copyOf(dropped);
    }

    /**
     * Draws the inputs.
     *
     * @param leastShare a label needs this share of the rows to be asked about; rarer ones are told apart by answering no
     *     to all questions
     * @throws ModelFault TRAINING_DATA_UNFIT when goods or bads are absent, or no candidate is ever known
     */
    public static TreeInputs of(TrainingSet set, List<Candidate> candidates, double leastShare) {
        requireBothOutcomes(set);
        List<TreeInput> inputs = new ArrayList<>();
        List<Direction> directions = new ArrayList<>();
        List<ModelTrainer.Dropped> dropped = new ArrayList<>();
        for (Candidate candidate : inOrder(set, candidates)) {
            List<TreeInput> own = inputs(set, candidate.feature(), leastShare);
            for (TreeInput input : own) {
                inputs.add(input);
                directions.add(input.label().isPresent() ? Direction.NONE : candidate.direction());
            }
            if (own.isEmpty()) {
                dropped.add(
                        new ModelTrainer.Dropped(candidate.feature(), "never known, or no label is frequent enough"));
            }
        }
        if (inputs.isEmpty()) {
            throw unfit("no candidate is ever known", set);
        }
        return new TreeInputs(inputs, directions, dropped);
    }

    public int size() {
        return inputs.size();
    }

    /** Hands over all numbers of a set, a block of rows at a time, so that who lays them out by row stays in the cache. */
    public void fill(TrainingSet set, Sink sink) {
        int[] positions = new int[inputs.size()];
        int[] labels = new int[inputs.size()];
        for (int input = 0; input < inputs.size(); input++) {
            positions[input] = set.position(inputs.get(input).feature());
            List<String> known = set.schema().columns().get(positions[input]).labels();
            labels[input] = inputs.get(input).label().map(known::indexOf).orElse(-1);
        }
        for (int from = 0; from < set.size(); from += BLOCK) {
            int to = Math.min(from + BLOCK, set.size());
            for (int input = 0; input < positions.length; input++) {
                for (int row = from; row < to; row++) {
                    sink.set(row, input, number(set.number(row, positions[input]), labels[input]));
                }
            }
        }
    }

    private static float number(double value, int label) {
        if (label < 0 || Double.isNaN(value)) {
            return (float) value;
        }
        return value == label ? 1 : 0;
    }

    private static List<Candidate> inOrder(TrainingSet set, List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(candidate -> set.position(candidate.feature())))
                .toList();
    }

    private static List<TreeInput> inputs(TrainingSet set, FeatureName feature, double leastShare) {
        int position = set.position(feature);
        List<String> labels = set.schema().columns().get(position).labels();
        int[] counts = new int[Math.max(1, labels.size())];
        for (double value : set.column(position)) {
            if (!Double.isNaN(value)) {
                counts[labels.isEmpty() ? 0 : (int) value]++;
            }
        }
        if (labels.isEmpty()) {
            return counts[0] == 0 ? List.of() : List.of(new TreeInput(feature, Optional.empty()));
        }
        List<TreeInput> inputs = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            if (counts[label] > 0 && counts[label] >= leastShare * set.size()) {
                inputs.add(new TreeInput(feature, Optional.of(labels.get(label))));
            }
        }
        return inputs;
    }

    private static void requireBothOutcomes(TrainingSet set) {
        int bads = set.badCount();
        if (bads == 0 || bads == set.size()) {
            throw unfit("goods and bads are needed, found " + bads + " bads in " + set.size() + " rows", set);
        }
    }

    private static ModelFault unfit(String why, TrainingSet set) {
        return new ModelFault(
                ProblemCode.TRAINING_DATA_UNFIT,
                "Trees cannot be trained: " + why,
                Parameter.safe("rows", set.size()),
                Parameter.safe("bads", set.badCount()));
    }
}
