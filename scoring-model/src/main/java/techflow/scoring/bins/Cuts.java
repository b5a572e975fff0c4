package techflow.scoring.bins;

import java.util.ArrayList;
import java.util.List;

/** Where a feature is cut into bins. */
public sealed interface Cuts {
    /** How many bins the cuts make, special ones and that of missing values aside. */
    int bins();

    /**
     * The bins from {@code first} to {@code last} made one.
     *
     * @param first counted from 1
     * @throws IllegalArgumentException when there are no such bins
     */
    Cuts merged(int first, int last);

    /**
     * A number's cuts; each belongs to the bin above it.
     *
     * @param at finite, strictly ascending; none leaves one bin
     */
    record Numbers(List<Double> at) implements Cuts {
        public Numbers {
            at = List.copyOf(at);
            for (int i = 0; i < at.size(); i++) {
                if (!Double.isFinite(at.get(i)) || (i > 0 && at.get(i) <= at.get(i - 1))) {
                    throw new IllegalArgumentException("cuts must be finite and strictly ascending, found " + at);
                }
            }
        }

        @Override
        public int bins() {
            return at.size() + 1;
        }

        @Override
        public Cuts merged(int first, int last) {
            requireRange(first, last, bins());
            List<Double> left = new ArrayList<>(at);
            left.subList(first - 1, last - 1).clear();
            return new Numbers(left);
        }
    }

    /**
     * Groups of labels.
     *
     * @param groups each with one label or more, no label twice
     */
    record Labels(List<List<String>> groups) implements Cuts {
        public Labels {
            groups = groups.stream().map(List::copyOf).toList();
            List<String> all = groups.stream().flatMap(List::stream).toList();
            if (groups.isEmpty()
                    || groups.stream().anyMatch(List::isEmpty)
                    || all.stream().distinct().count() != all.size()) {
                throw new IllegalArgumentException(
                        "groups need one label or more each, and no label twice, found " + groups);
            }
        }

        @Override
        public int bins() {
            return groups.size();
        }

        @Override
        public Cuts merged(int first, int last) {
            requireRange(first, last, bins());
            List<List<String>> left = new ArrayList<>(groups.subList(0, first - 1));
            left.add(groups.subList(first - 1, last).stream()
                    .flatMap(List::stream)
                    .toList());
            left.addAll(groups.subList(last, groups.size()));
            return new Labels(left);
        }
    }

    private static void requireRange(int first, int last, int bins) {
        if (first < 1 || last <= first || last > bins) {
            throw new IllegalArgumentException("bins to merge must be neighbours from 1 to " + bins
                    + ", the first before the last, found " + first + " to " + last);
        }
    }
}
