package techflow.scoring.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.scoring.training.ModelTrainer.Dropped;

/** Which binned features may enter the regression: informative, known often enough, and not said by the others already. */
final class WoeSelection {
    private final TrainingSettings settings;
    private final List<Dropped> dropped;

    WoeSelection(TrainingSettings settings, List<Dropped> dropped) {
        this.settings = settings;
        this.dropped = dropped;
    }

    /** The columns kept, most informative first. */
    List<WoeColumn> select(TrainingSet set, List<FittedBinning> binned) {
        return guarded(binned.stream()
                .sorted(Comparator.comparingDouble((FittedBinning b) -> -b.informationValue())
                        .thenComparing(b -> b.binning().feature()))
                .filter(this::informative)
                .map(b -> WoeColumn.of(set, b.binning()))
                .toList());
    }

    /** Those that neither a better one nor a mixture of the others says already. @param columns best first */
    List<WoeColumn> guarded(List<WoeColumn> columns) {
        List<WoeColumn> kept = new ArrayList<>();
        List<WoeColumn> standard = new ArrayList<>();
        for (WoeColumn column : columns) {
            WoeColumn standardised = column.standardised();
            Optional<WoeColumn> twin = standard.stream()
                    .filter(k -> Math.abs(k.dot(standardised)) > settings.greatestCorrelation())
                    .findFirst();
            if (twin.isEmpty()) {
                kept.add(column);
                standard.add(standardised);
            } else {
                drop(column.feature(), sameAs(twin.get(), standardised));
            }
        }
        return withoutInflated(kept, standard);
    }

    private String sameAs(WoeColumn twin, WoeColumn column) {
        return String.format(
                Locale.ROOT,
                "says the same as %s: correlation %.2f, at most %.2f",
                twin.feature(),
                twin.dot(column),
                settings.greatestCorrelation());
    }

    /** Drops the greatest variance inflation factor until none is too great; the factors stand on the inverse's diagonal. */
    private List<WoeColumn> withoutInflated(List<WoeColumn> kept, List<WoeColumn> standard) {
        double[][] correlations = new double[kept.size()][kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            for (int j = 0; j <= i; j++) {
                correlations[i][j] = standard.get(i).dot(standard.get(j));
                correlations[j][i] = correlations[i][j];
            }
        }
        double[][] inverse = new Cholesky(correlations).inverse();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            Integer worst = Collections.max(left, Comparator.comparingDouble(i -> inverse[i][i]));
            if (inverse[worst][worst] <= settings.greatestVif()) {
                break;
            }
            drop(kept.get(worst).feature(), inflated(inverse[worst][worst]));
            left.remove(worst);
            sweepOut(inverse, worst);
        }
        return new ArrayList<>(left.stream().map(kept::get).toList());
    }

    private String inflated(double factor) {
        return String.format(
                Locale.ROOT,
                "is a mixture of the others: variance inflation factor %.1f, at most %.1f",
                factor,
                settings.greatestVif());
    }

    /** The inverse without one of the columns. */
    private static void sweepOut(double[][] inverse, int out) {
        double[] column = inverse[out].clone();
        for (int a = 0; a < inverse.length; a++) {
            for (int b = 0; b < inverse.length; b++) {
                inverse[a][b] -= column[a] * column[b] / column[out];
            }
        }
    }

    private boolean informative(FittedBinning b) {
        FeatureName feature = b.binning().feature();
        if (b.missingShare() > settings.greatestMissingShare()) {
            drop(
                    feature,
                    String.format(
                            Locale.ROOT,
                            "missing in %.0f %% of the rows, at most %.0f %%",
                            100 * b.missingShare(),
                            100 * settings.greatestMissingShare()));
            return false;
        }
        if (b.informationValue() < settings.leastInformationValue()) {
            drop(
                    feature,
                    String.format(
                            Locale.ROOT,
                            "information value %.3f, at least %.3f",
                            b.informationValue(),
                            settings.leastInformationValue()));
            return false;
        }
        return true;
    }

    private void drop(FeatureName feature, String reason) {
        dropped.add(new Dropped(feature, reason));
    }
}
