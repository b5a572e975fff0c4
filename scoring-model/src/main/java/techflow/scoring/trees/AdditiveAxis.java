package techflow.scoring.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;

/**
 * The values of one feature, parted into the cells that an ensemble can tell apart: ranges between neighbouring thresholds
 * or labels, and missing as the last cell. Numbers are compared as {@code float}.
 */
final class AdditiveAxis {
    private final FeatureName feature;
    private final List<TreeInput> inputs;
    private final List<Integer> positions;
    private final float[] thresholds;

    private AdditiveAxis(FeatureName feature, List<TreeInput> inputs, List<Integer> positions, float[] thresholds) {
        this.feature = feature;
        this.inputs = inputs;
        this.positions = positions;
        this.thresholds = thresholds;
    }

    /** The axis of a feature. @param asked thresholds by input of the ensemble */
    static AdditiveAxis of(FeatureName feature, FlatTreeEnsemble ensemble, List<TreeSet<Float>> asked) {
        List<TreeInput> own = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        TreeSet<Float> thresholds = new TreeSet<>();
        for (int input = 0; input < ensemble.inputs().size(); input++) {
            TreeInput one = ensemble.inputs().get(input);
            if (one.feature().equals(feature)) {
                own.add(one);
                positions.add(input);
                if (one.label().isEmpty()) {
                    thresholds.addAll(asked.get(input));
                }
            }
        }
        float[] sorted = new float[thresholds.size()];
        int next = 0;
        for (float threshold : thresholds) {
            sorted[next++] = threshold;
        }
        return new AdditiveAxis(feature, List.copyOf(own), List.copyOf(positions), sorted);
    }

    FeatureName feature() {
        return feature;
    }

    int size() {
        return known() + 1;
    }

    /** Cells of known values. */
    private int known() {
        return numeric() ? thresholds.length + 1 : inputs.size() + 1;
    }

    private boolean numeric() {
        return inputs.getFirst().label().isEmpty();
    }

    /** The cell of a value. */
    int cell(FeatureValue value) {
        if (value instanceof FeatureValue.Missing) {
            return known();
        }
        int cell = 0;
        if (numeric()) {
            float number = inputs.getFirst().number(value);
            while (cell < thresholds.length && number >= thresholds[cell]) {
                cell++;
            }
            return cell;
        }
        while (cell < inputs.size() && inputs.get(cell).number(value) == 0) {
            cell++;
        }
        return cell;
    }

    /** What an input of the ensemble reads in a cell. */
    float number(int cell, int input) {
        if (cell == known()) {
            return Float.NaN;
        }
        if (numeric()) {
            return cell == 0 ? Float.NEGATIVE_INFINITY : thresholds[cell - 1];
        }
        return positions.get(Math.min(cell, positions.size() - 1)) == input && cell < positions.size() ? 1 : 0;
    }

    /** The cell in words, such as {@code [0.5, 2.0)}. */
    String text(int cell) {
        if (cell == known()) {
            return "missing";
        }
        if (!numeric()) {
            return cell < inputs.size() ? inputs.get(cell).label().orElseThrow() : "other";
        }
        if (thresholds.length == 0) {
            return "any";
        }
        if (cell == 0) {
            return "< " + thresholds[0];
        }
        return cell == thresholds.length
                ? "≥ " + thresholds[cell - 1]
                : "[" + thresholds[cell - 1] + ", " + thresholds[cell] + ")";
    }
}
