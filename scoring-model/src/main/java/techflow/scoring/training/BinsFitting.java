package techflow.scoring.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureDefinition;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.Counted;
import techflow.scoring.bins.Cuts;
import techflow.scoring.bins.FeatureBins;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Binning;
import techflow.scoring.scorecard.WeightOfEvidence;
import techflow.scoring.training.TrainingSettings.BinningSettings;

/** Fits the bins of every feature for experts to review, or counts reviewed bins anew. */
public final class BinsFitting {
    private final BinningFitter fitter;

    public BinsFitting(BinningSettings settings) {
        fitter = new BinningFitter(settings);
    }

    /**
     * Fitted bins. A feature that falls into one bin is left out: there is nothing to review.
     *
     * @param data the rows in words, for the file
     */
    public BinsFile fit(TrainingSet set, List<FeatureDefinition> definitions, String data) {
        List<FeatureBins> features = new ArrayList<>();
        for (FeatureDefinition definition : definitions) {
            fitter.fit(set, new Candidate(definition.name(), definition.direction()))
                    .ifPresent(binning -> features.add(reviewed(definition, binning)));
        }
        return new BinsFile(set.schema().version(), data, features, Optional.empty());
    }

    /**
     * The bins of a file with the counts of a set; expert decisions stay.
     *
     * @throws techflow.problem.ModelFault SETTING_INVALID when the file is locked, or bins contradict their direction
     */
    public BinsFile recount(TrainingSet set, BinsFile file, String data) {
        BinsFile counted = file;
        for (FeatureBins bins : file.features()) {
            counted = counted.with(bins.feature(), one -> one.counted(fitter.at(set, one)));
        }
        return new BinsFile(file.schema(), data, counted.features(), file.lock());
    }

    private static FeatureBins reviewed(FeatureDefinition definition, Binning binning) {
        return new FeatureBins(
                definition.name(),
                definition.chineseName(),
                definition.direction(),
                false,
                false,
                cuts(binning),
                binning.specials().stream().map(Bin.SpecialBin::value).toList(),
                Optional.of(new Counted(binning, WeightOfEvidence.informationValue(binning))),
                List.of());
    }

    private static Cuts cuts(Binning binning) {
        List<Double> at = new ArrayList<>();
        List<List<String>> groups = new ArrayList<>();
        for (Bin bin : binning.bins()) {
            switch (bin) {
                case Bin.NumericBin numeric -> at.add(numeric.from());
                case Bin.CategoryBin category -> groups.add(category.labels());
                case Bin.SpecialBin special -> {}
                case Bin.MissingBin missing -> {}
            }
        }
        return groups.isEmpty() ? new Cuts.Numbers(at.subList(1, at.size())) : new Cuts.Labels(groups);
    }
}
