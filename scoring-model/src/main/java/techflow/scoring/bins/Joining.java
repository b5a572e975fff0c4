package techflow.scoring.bins;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.WeightOfEvidence;

/** Counts of bins that were joined from counted ones: sums, hence exact. */
final class Joining {
    private Joining() {}

    /** The counts after the edit; empty when some bin is no sum of counted ones. */
    static Optional<Counted> of(Counted counted, Cuts before, Cuts after) {
        return groups(before, after).map(groups -> joined(counted, groups, after));
    }

    /** For each new bin the old ones, by position, that it is made of. */
    private static Optional<List<List<Integer>>> groups(Cuts before, Cuts after) {
        return switch (after) {
            case Cuts.Numbers numbers ->
                before instanceof Cuts.Numbers old && old.at().containsAll(numbers.at())
                        ? Optional.of(ofNumbers(old.at(), numbers.at()))
                        : Optional.empty();
            case Cuts.Labels labels ->
                before instanceof Cuts.Labels old ? ofLabels(old.groups(), labels.groups()) : Optional.empty();
        };
    }

    private static List<List<Integer>> ofNumbers(List<Double> old, List<Double> cuts) {
        List<List<Integer>> groups = new ArrayList<>(List.of(new ArrayList<>(List.of(0))));
        for (int i = 0; i < old.size(); i++) {
            if (cuts.contains(old.get(i))) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(i + 1);
        }
        return groups;
    }

    private static Optional<List<List<Integer>>> ofLabels(List<List<String>> old, List<List<String>> groups) {
        List<List<Integer>> found = new ArrayList<>();
        int used = 0;
        for (List<String> group : groups) {
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i < old.size(); i++) {
                if (new HashSet<>(group).containsAll(old.get(i))) {
                    parts.add(i);
                    used += old.get(i).size();
                }
            }
            found.add(parts);
        }
        int wanted = groups.stream().mapToInt(List::size).sum();
        return used == wanted ? Optional.of(found) : Optional.empty();
    }

    private static Counted joined(Counted counted, List<List<Integer>> groups, Cuts after) {
        Binning old = counted.binning();
        Counts total = sum(old.all());
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Bin> parts = groups.get(i).stream().map(old.bins()::get).toList();
            bins.add(parts.size() == 1 ? parts.getFirst() : bin(parts, total, after, i));
        }
        Binning joined = new Binning(old.feature(), bins, old.missing(), old.specials());
        return new Counted(joined, WeightOfEvidence.informationValue(joined));
    }

    private static Bin bin(List<Bin> parts, Counts total, Cuts after, int position) {
        Counts counts = sum(parts);
        double woe = WeightOfEvidence.of(counts, total, WeightOfEvidence.HALF_A_ROW);
        return switch (after) {
            case Cuts.Numbers numbers ->
                new Bin.NumericBin(
                        position == 0 ? Double.NEGATIVE_INFINITY : numbers.at().get(position - 1),
                        position == numbers.at().size()
                                ? Double.POSITIVE_INFINITY
                                : numbers.at().get(position),
                        woe,
                        counts);
            case Cuts.Labels labels -> new Bin.CategoryBin(labels.groups().get(position), woe, counts);
        };
    }

    private static Counts sum(List<Bin> bins) {
        return bins.stream()
                .map(Bin::counts)
                .reduce(new Counts(0, 0), (a, b) -> new Counts(a.good() + b.good(), a.bad() + b.bad()));
    }
}
