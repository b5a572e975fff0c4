package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.evaluation.Discrimination;
import techflow.scoring.evaluation.LogisticLine;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.testing.SharedSet;

/** Out of fold, on public data with fixed folds: the searched scorecard against logistic regression on raw inputs. */
class ScorecardAgainstPeersTest {
    private static final String ALL = "techflow.peers.all";

    /** The quick sets always; all of them, which takes minutes, with {@code -Dtechflow.peers.all=true}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cumcm2020c",
                "german",
                "sba_case",
                "taiwan_5807",
                "polish_1year",
                "polish_5year",
                "uci_card",
                "gmsc"
            })
    void the_scorecard_ranks_better_than_plain_logistic_regression(String name) throws IOException {
        Optional<Path> folder = SharedSet.folder();
        assumeTrue(folder.isPresent(), "TECHFLOW_SHARED names no folder with the shared data");
        boolean quick = name.equals("cumcm2020c") || name.equals("german") || name.equals("sba_case");
        assumeTrue(quick || Boolean.getBoolean(ALL), "takes minutes: give -D" + ALL + "=true");
        SharedSet shared = SharedSet.read(folder.get(), name);
        ScoredSample sample = outOfFold(shared);
        double auc = Discrimination.auc(sample).value();
        String told = String.format(
                Locale.ROOT,
                "%s: scorecard %.4f, calibration slope %.2f, peers %s",
                name,
                auc,
                slope(sample),
                shared.peers());
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, told);
        assertThat(auc).as(told).isGreaterThan(shared.peers().getOrDefault("lr", 1.0));
        assertThat(slope(sample)).as(told).isBetween(0.75, 1.35);
    }

    private static ScoredSample outOfFold(SharedSet shared) {
        CrossValidation validation =
                new CrossValidation(ScorecardTrainer.searching(new TribuoRegression()), shared.candidates(), 20261101);
        double[] raw = validation.outOfFold(shared.set(), shared.folds());
        double[] pds = new double[raw.length];
        for (int row = 0; row < raw.length; row++) {
            pds[row] = 1 / (1 + Math.exp(raw[row]));
        }
        return new ScoredSample(pds, shared.set().bads());
    }

    /** Slope of the outcomes on the log-odds, 1 when neither too bold nor too timid. */
    private static double slope(ScoredSample sample) {
        return LogisticLine.fit(sample.logOdds(), sample.bads()).slope();
    }
}
