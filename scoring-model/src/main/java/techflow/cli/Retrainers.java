package techflow.cli;

import java.util.List;
import java.util.Optional;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ScorecardTrainer;
import techflow.scoring.training.TrainingSettings;
import techflow.scoring.validation.ValidationSubject.Retraining;

/** Finds the trainer that a manifest tells of, so that a validation can train the model anew. */
final class Retrainers {
    private Retrainers() {}

    /** Empty when this release does not have that trainer with those settings. */
    static Optional<Retraining> of(ModelManifest manifest, List<Candidate> candidates) {
        return List.of(TrainingSettings.STANDARD, TrainingSettings.SMALL_SAMPLE).stream()
                .filter(settings -> manifest.settings()
                        .entrySet()
                        .containsAll(settings.asTexts().entrySet()))
                .findFirst()
                .map(settings -> new Retraining(
                        new ScorecardTrainer(new TribuoRegression(), settings), candidates, manifest.seed()));
    }
}
