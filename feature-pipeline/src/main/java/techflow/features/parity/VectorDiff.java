package techflow.features.parity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureSchema.Column;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;

/**
 * Compares vectors pair by pair and keeps counts only, so that memory does not grow with their number. Not thread-safe.
 *
 * <p>Either call {@link #of} with two ascending sources, or {@link #compare}, {@link #onlyLeft} and {@link #onlyRight} in
 * any order and then {@link #report}.
 */
public final class VectorDiff {
    /** Examples kept per feature. */
    public static final int EXAMPLES = 3;

    private static final Comparator<FeatureVector> ORDER =
            Comparator.comparing(FeatureVector::enterprise).thenComparing(FeatureVector::asOf);

    private final List<String> schemaDifferences;
    private final List<FeatureTally> tallies = new ArrayList<>();
    private long compared;
    private long onlyLeft;
    private long onlyRight;
    private long firmsOnlyLeft;
    private long firmsOnlyRight;

    /** Features are matched by name; those of one side alone are named as differences of the schemas. */
    public VectorDiff(FeatureSchema left, FeatureSchema right) {
        schemaDifferences = SchemaDifferences.of(left, right);
        for (int i = 0; i < left.size(); i++) {
            Column column = left.columns().get(i);
            int position = i;
            right.position(column.name())
                    .ifPresent(other -> tallies.add(new FeatureTally(column.name(), position, other)));
        }
    }

    /** Compares two sources that ascend by enterprise and time, as every engine and every output gives them. */
    public static DiffReport of(
            FeatureSchema leftSchema,
            Iterator<FeatureVector> left,
            FeatureSchema rightSchema,
            Iterator<FeatureVector> right) {
        VectorDiff diff = new VectorDiff(leftSchema, rightSchema);
        diff.merge(new Side(left), new Side(right));
        return diff.report();
    }

    /**
     * Adds a pair.
     *
     * @throws IllegalArgumentException when the two are not of one firm at one instant
     */
    public void compare(FeatureVector left, FeatureVector right) {
        if (ORDER.compare(left, right) != 0) {
            throw new IllegalArgumentException("a pair must be of one firm at one instant, found "
                    + left.enterprise().masked() + " at " + left.asOf() + " and "
                    + right.enterprise().masked() + " at " + right.asOf());
        }
        compared++;
        tallies.forEach(tally -> tally.add(left, right));
    }

    /**
     * Adds a vector that the right side lacks.
     *
     * @param firmToo true when it is the first of a firm of which the right side has nothing at all
     */
    public void onlyLeft(boolean firmToo) {
        onlyLeft++;
        firmsOnlyLeft += firmToo ? 1 : 0;
    }

    /** As {@link #onlyLeft}, for a vector that the left side lacks. */
    public void onlyRight(boolean firmToo) {
        onlyRight++;
        firmsOnlyRight += firmToo ? 1 : 0;
    }

    /** What was found so far. */
    public DiffReport report() {
        return new DiffReport(
                schemaDifferences,
                compared,
                onlyLeft,
                onlyRight,
                firmsOnlyLeft,
                firmsOnlyRight,
                tallies.stream().map(FeatureTally::result).toList());
    }

    private void merge(Side left, Side right) {
        while (left.ahead.isPresent() || right.ahead.isPresent()) {
            int order = order(left, right);
            if (order == 0) {
                compare(left.take(), right.take());
            } else if (order < 0) {
                EnterpriseId firm = left.take().enterprise();
                onlyLeft(!right.has(firm) && left.isFirstOf(firm));
            } else {
                EnterpriseId firm = right.take().enterprise();
                onlyRight(!left.has(firm) && right.isFirstOf(firm));
            }
        }
    }

    private static int order(Side left, Side right) {
        if (left.ahead.isEmpty()) {
            return 1;
        }
        return right.ahead.isEmpty() ? -1 : ORDER.compare(left.ahead.get(), right.ahead.get());
    }

    /** One source with the next vector in sight. */
    private static final class Side {
        private final Iterator<FeatureVector> source;
        private Optional<FeatureVector> ahead;
        private Optional<EnterpriseId> taken = Optional.empty();
        private boolean first;

        Side(Iterator<FeatureVector> source) {
            this.source = source;
            this.ahead = next();
        }

        FeatureVector take() {
            FeatureVector vector = ahead.orElseThrow();
            ahead = next();
            if (ahead.isPresent() && ORDER.compare(vector, ahead.get()) >= 0) {
                throw new IllegalArgumentException("vectors must ascend by enterprise and time, found "
                        + ahead.get().enterprise().masked() + " at "
                        + ahead.get().asOf() + " after "
                        + vector.enterprise().masked() + " at " + vector.asOf());
            }
            first = !taken.equals(Optional.of(vector.enterprise()));
            taken = Optional.of(vector.enterprise());
            return vector;
        }

        /** Whether the vector just taken is the first one of its firm. */
        boolean isFirstOf(EnterpriseId firm) {
            return first && taken.equals(Optional.of(firm));
        }

        /** Whether a vector of the firm was taken last or comes next; decisive because both sides ascend. */
        boolean has(EnterpriseId firm) {
            return taken.equals(Optional.of(firm))
                    || ahead.map(FeatureVector::enterprise).equals(Optional.of(firm));
        }

        private Optional<FeatureVector> next() {
            return source.hasNext() ? Optional.of(source.next()) : Optional.empty();
        }
    }
}
