package techflow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.datasets.synthetic.EconomySettings;
import techflow.datasets.synthetic.SyntheticEconomy;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.training.AboutModel;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TimeSplit;
import techflow.scoring.training.TrainingJob;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TrainingSettings;
import techflow.scoring.training.TruePd;

/**
 * A synthetic population in a folder and a scorecard trained on it, as {@code techflow up} would.
 *
 * @param data signals and outcomes
 * @param model file of the artefact
 */
record SyntheticModel(Path data, Path model) {
    /** Written and trained once for all tests. */
    static final SyntheticModel SMALL = write(300);

    static SyntheticModel write(int firms) {
        try {
            Path data = Files.createTempDirectory("techflow-model");
            new DatasetWriter(data)
                    .write(new SyntheticEconomy(new EconomySettings(firms, 7, YearMonth.of(2026, 10))), done -> {});
            return new SyntheticModel(data, train(data, firms));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path train(Path data, int firms) throws IOException {
        FeatureCatalog catalog = StandardCatalog.catalog();
        TrainingSet set = FeatureTrainingSet.in(data, 16).computeAmongThemselves(catalog, done -> {});
        AboutModel about = new AboutModel(
                "tech-flow-pd",
                "test",
                Instant.parse("2026-11-01T00:00:00Z"),
                "the trainer",
                "SYNTHETIC population 合成数据: " + firms + " firms",
                true);
        var result = new TrainingJob(
                        new ScorecardTrainer(new TribuoRegression(), TrainingSettings.STANDARD),
                        Candidate.of(catalog.definitions()),
                        TrainingSettings.STANDARD.seed())
                .run(set, TimeSplit.latest(set.days(), 2, 4), about, TruePd.UNKNOWN);
        return Files.write(data.resolve("model.json"), ArtifactWriter.write(result.artifact()));
    }
}
