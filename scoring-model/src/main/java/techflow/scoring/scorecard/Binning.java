package techflow.scoring.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;

/**
 * How the values of one feature fall into bins, and the WoE of each.
 *
 * @param feature the feature
 * @param bins numeric bins ascending and tiling all numbers, or category bins; at least one
 * @param missing the bin of missing values
 * @param specials bins of exact values, which come before all others; mostly none
 */
public record Binning(FeatureName feature, List<Bin> bins, Bin.MissingBin missing, List<Bin.SpecialBin> specials) {
    public Binning {
        bins = List.copyOf(bins);
        specials = List.copyOf(specials);
        if (specials.stream().map(Bin.SpecialBin::value).distinct().count() != specials.size()) {
            throw new IllegalArgumentException(
                    feature + ": special bins must differ in their value, found " + specials);
        }
        if (bins.isEmpty()) {
            throw new IllegalArgumentException(feature + ": a binning needs at least one bin");
        }
        List<Bin.NumericBin> numeric = bins.stream()
                .filter(Bin.NumericBin.class::isInstance)
                .map(Bin.NumericBin.class::cast)
                .toList();
        if (!numeric.isEmpty() && !(numeric.size() == bins.size() && tile(numeric))) {
            throw new IllegalArgumentException(
                    feature + ": numeric bins must ascend and tile all numbers, found " + bins);
        }
    }

    /** A binning without special bins. */
    public Binning(FeatureName feature, List<Bin> bins, Bin.MissingBin missing) {
        this(feature, bins, missing, List.of());
    }

    private static boolean tile(List<Bin.NumericBin> bins) {
        double[] edges = new double[bins.size() + 1];
        edges[0] = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bins.size(); i++) {
            if (bins.get(i).from() != edges[i] || !(bins.get(i).to() > edges[i])) {
                return false;
            }
            edges[i + 1] = bins.get(i).to();
        }
        return edges[bins.size()] == Double.POSITIVE_INFINITY
                && Arrays.stream(edges).noneMatch(Double::isNaN);
    }

    /** Every bin: those of the values in order, the special ones, and that of missing values. */
    public List<Bin> all() {
        List<Bin> all = new ArrayList<>(bins);
        all.addAll(specials);
        all.add(missing);
        return all;
    }

    /** The bin of a value; a category that training never saw falls into the missing bin. */
    public Bin bin(FeatureValue value) {
        for (Bin.SpecialBin special : specials) {
            if (special.value().equals(value)) {
                return special;
            }
        }
        for (Bin bin : bins) {
            if (holds(bin, value)) {
                return bin;
            }
        }
        return missing;
    }

    private static boolean holds(Bin bin, FeatureValue value) {
        return switch (bin) {
            case Bin.NumericBin numeric -> value instanceof FeatureValue.Numeric n && numeric.contains(n.value());
            case Bin.CategoryBin category ->
                value instanceof FeatureValue.Category c && category.labels().contains(c.label());
            case Bin.SpecialBin special -> special.value().equals(value);
            case Bin.MissingBin none -> value instanceof FeatureValue.Missing;
        };
    }

    public double woe(FeatureValue value) {
        return bin(value).woe();
    }
}
