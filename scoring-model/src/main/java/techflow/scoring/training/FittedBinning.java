package techflow.scoring.training;

import java.util.List;
import techflow.features.definition.FeatureValue;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.WeightOfEvidence;

/**
 * A binning and what training saw of its feature.
 *
 * @param binning the bins
 * @param informationValue Σ (%good − %bad) · WoE over all bins, the missing bin included; 0 or more but for the guards on
 *     the missing bin
 * @param missingShare share of missing rows, in [0, 1]
 */
record FittedBinning(Binning binning, double informationValue, double missingShare) {
    static FittedBinning of(Binning binning) {
        List<Bin> bins = binning.all();
        long missing = bins.stream()
                .filter(FittedBinning::ofMissing)
                .mapToLong(bin -> bin.counts().total())
                .sum();
        return new FittedBinning(
                binning,
                WeightOfEvidence.informationValue(binning),
                (double) missing / WeightOfEvidence.total(binning).total());
    }

    private static boolean ofMissing(Bin bin) {
        return switch (bin) {
            case Bin.MissingBin missing -> true;
            case Bin.SpecialBin special -> special.value() instanceof FeatureValue.Missing;
            case Bin.NumericBin numeric -> false;
            case Bin.CategoryBin category -> false;
        };
    }
}
