package techflow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.Provenance;
import techflow.scoring.training.CentralTendency;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingSettings;

/**
 * What is to be trained, and how time is cut.
 *
 * @param trainer name of the trainer
 * @param settings those that differ from the trainer's standard
 * @param seed of every random choice
 * @param asOfs quarterly as-of days
 * @param calibrationAsOfs how many of them calibrate
 * @param holdOutAsOfs how many of them, the latest, test
 * @param configSha256 hash of the configuration file, empty without one
 * @param bins file of reviewed bins
 * @param central long-run default rate that PDs are moved to
 */
record TrainingPlan(
        String trainer,
        Map<String, String> settings,
        long seed,
        int asOfs,
        int calibrationAsOfs,
        int holdOutAsOfs,
        Optional<String> configSha256,
        Optional<Path> bins,
        Optional<CentralTendency.Stated> central) {
    static final TrainingPlan STANDARD = new TrainingPlan(
            "scorecard",
            Map.of(),
            TrainingSettings.STANDARD.seed(),
            16,
            2,
            4,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    TrainingPlan {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        if (asOfs < 1 || calibrationAsOfs < 1 || holdOutAsOfs < 1) {
            throw new RecordFault(
                    ProblemCode.SETTING_INVALID,
                    "As-of days, calibration days and hold-out days must be 1 or more, found " + asOfs + ", "
                            + calibrationAsOfs + " and " + holdOutAsOfs);
        }
    }

    /**
     * The plan by which a model was trained.
     *
     * @throws RecordFault REQUEST_INVALID when its manifest does not tell
     */
    static TrainingPlan of(ModelManifest manifest, Optional<Path> bins) {
        Provenance provenance = manifest.provenance()
                .orElseThrow(
                        () -> new RecordFault(
                                ProblemCode.REQUEST_INVALID,
                                manifest.modelId() + " " + manifest.version()
                                        + " does not tell how it came to be; only models of ./techflow train can be reproduced"));
        String trainer = Optional.ofNullable(manifest.settings().get("trainer")).orElse(STANDARD.trainer);
        return new TrainingPlan(
                trainer,
                Trainers.taken(trainer, manifest.settings()),
                manifest.seed(),
                provenance.data().asOfs().size(),
                provenance.data().calibrationAsOfs(),
                provenance.data().holdOutAsOfs(),
                provenance.configSha256(),
                bins,
                central(manifest.settings()));
    }

    private static Optional<CentralTendency.Stated> central(Map<String, String> settings) {
        return Optional.ofNullable(settings.get("chosen." + CentralTendency.RATE))
                .map(rate -> new CentralTendency.Stated(
                        Double.parseDouble(rate), settings.getOrDefault("chosen." + CentralTendency.SOURCE, "")));
    }

    ModelTrainer make() throws IOException {
        return Trainers.named(trainer, settings, seed, bins);
    }
}
