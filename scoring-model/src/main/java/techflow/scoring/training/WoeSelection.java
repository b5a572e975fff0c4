package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.scoring.training.ModelTrainer.Dropped;

/** Which binned features may enter the regression: informative, known often enough, and not twice the same. */
final class WoeSelection {
    private final TrainingSettings settings;
    private final List<Dropped> dropped;

    WoeSelection(TrainingSettings settings, List<Dropped> dropped) {
        this.settings = settings;
        this.dropped = dropped;
    }

    /** The columns kept, most informative first. */
    List<WoeColumn> select(TrainingSet set, List<FittedBinning> binned) {
        List<WoeColumn> kept = new ArrayList<>();
        binned.stream()
                .sorted(Comparator.comparingDouble((FittedBinning b) -> -b.informationValue())
                        .thenComparing(b -> b.binning().feature()))
                .filter(this::informative)
                .map(b -> WoeColumn.of(set, b.binning()))
                .forEach(column -> {
                    Optional<WoeColumn> twin = kept.stream()
                            .filter(k -> Math.abs(k.correlation(column)) > settings.greatestCorrelation())
                            .findFirst();
                    if (twin.isEmpty()) {
                        kept.add(column);
                    } else {
                        drop(column.feature(), "says the same as " + twin.get().feature());
                    }
                });
        return kept;
    }

    private boolean informative(FittedBinning b) {
        FeatureName feature = b.binning().feature();
        if (b.missingShare() > settings.greatestMissingShare()) {
            drop(feature, "missing in %.0f %% of the rows".formatted(100 * b.missingShare()));
            return false;
        }
        if (b.informationValue() < settings.leastInformationValue()) {
            drop(feature, "information value %.3f".formatted(b.informationValue()));
            return false;
        }
        return true;
    }

    private void drop(FeatureName feature, String reason) {
        dropped.add(new Dropped(feature, reason));
    }
}
