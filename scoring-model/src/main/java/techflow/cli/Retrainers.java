package techflow.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.validation.ValidationSubject.Retraining;

/** Finds the trainer that a manifest tells of, so that a validation can train the model anew. */
final class Retrainers {
    private Retrainers() {}

    /**
     * Empty when this release has no such trainer, or when it would not train with just the settings of the manifest: a
     * model trained with reviewed bins, for one.
     */
    static Optional<Retraining> of(ModelManifest manifest, List<Candidate> candidates) throws IOException {
        Optional<String> name = Optional.ofNullable(manifest.settings().get("trainer"));
        if (name.filter(Trainers.names()::contains).isEmpty()) {
            return Optional.empty();
        }
        ModelTrainer trainer = Trainers.named(
                name.get(), Trainers.taken(name.get(), manifest.settings()), manifest.seed(), Optional.empty());
        boolean same =
                manifest.settings().entrySet().containsAll(trainer.settings().entrySet())
                        && !manifest.settings().containsKey("bins.sha256");
        return same ? Optional.of(new Retraining(trainer, candidates, manifest.seed())) : Optional.empty();
    }
}
