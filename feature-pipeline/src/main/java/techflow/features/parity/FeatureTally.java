package techflow.features.parity;

import java.util.ArrayList;
import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.Missing;
import techflow.features.definition.FeatureValue.Numeric;
import techflow.features.definition.FeatureVector;

/** Counts the pairs of one feature. */
final class FeatureTally {
    private final FeatureName name;
    private final int left;
    private final int right;
    private final List<FeatureDiff.Example> examples = new ArrayList<>();
    private long equal;
    private long different;
    private long missingOnlyLeft;
    private long missingOnlyRight;
    private long otherReason;
    private long numbers;
    private double sum;
    private double max;

    /**
     * @param left position in the left schema
     * @param right position in the right schema
     */
    FeatureTally(FeatureName name, int left, int right) {
        this.name = name;
        this.left = left;
        this.right = right;
    }

    void add(FeatureVector leftVector, FeatureVector rightVector) {
        FeatureValue one = leftVector.values().get(left);
        FeatureValue other = rightVector.values().get(right);
        if (one.equals(other)) {
            equal++;
            return;
        }
        count(one, other);
        if (examples.size() < VectorDiff.EXAMPLES) {
            examples.add(new FeatureDiff.Example(leftVector.enterprise().masked(), leftVector.asOf(), one, other));
        }
    }

    private void count(FeatureValue one, FeatureValue other) {
        if (one instanceof Missing && other instanceof Missing) {
            otherReason++;
        } else if (one instanceof Missing) {
            missingOnlyLeft++;
        } else if (other instanceof Missing) {
            missingOnlyRight++;
        } else {
            different++;
            distance(one, other);
        }
    }

    private void distance(FeatureValue one, FeatureValue other) {
        if (one instanceof Numeric a && other instanceof Numeric b) {
            double distance = Math.abs(a.value() - b.value());
            numbers++;
            sum += distance;
            max = Math.max(max, distance);
        }
    }

    FeatureDiff result() {
        return new FeatureDiff(
                name,
                equal,
                different,
                missingOnlyLeft,
                missingOnlyRight,
                otherReason,
                max,
                numbers == 0 ? 0 : sum / numbers,
                examples);
    }
}
