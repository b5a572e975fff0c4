package techflow.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.datasets.synthetic.DatasetWriter;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.AsOf;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.Provenance;
import techflow.scoring.artifact.Provenance.DataFile;
import techflow.scoring.training.AboutModel;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.OutcomeDefinition;
import techflow.scoring.training.TimeSplit;
import techflow.scoring.training.TrainingJob;
import techflow.scoring.training.TrainingResult;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.training.TruePd;

/**
 * From a data folder to an artefact. The same folder, plan and identity give the same bytes, whenever and on whatever
 * machine.
 *
 * @param folder the data
 * @param plan what is to be trained
 * @param identity what the model will say of itself
 */
record TrainingRun(DataFolder folder, TrainingPlan plan, Identity identity) {
    /** How many {@link Steps} a run takes. */
    static final int STEPS = 3;

    /**
     * What a model says of itself and training cannot know.
     *
     * @param modelId name of the model line
     * @param version version within the line
     * @param createdAt when the training began
     * @param trainedBy who
     * @param description of the data, for people
     * @param synthetic whether any firm was made up
     * @param code the program
     * @param stewardship who watches the model, and until when it may be used
     */
    record Identity(
            String modelId,
            String version,
            Instant createdAt,
            String trainedBy,
            String description,
            boolean synthetic,
            Provenance.Code code,
            Provenance.Stewardship stewardship) {
        /** That of a model, trained again by this program. */
        static Identity again(ModelManifest manifest, Provenance.Code code) {
            return new Identity(
                    manifest.modelId(),
                    manifest.version(),
                    manifest.createdAt(),
                    manifest.trainedBy(),
                    manifest.data().description(),
                    manifest.data().synthetic(),
                    code,
                    manifest.provenance().map(Provenance::stewardship).orElse(Provenance.Stewardship.NONE));
        }
    }

    /** What came out. */
    record Outcome(byte[] artifact, String sha256, TrainingResult result) {}

    /** The labelled rows, and how they were ranked. */
    private record Rows(TrainingSet set, PeerTables tables, Provenance.Data data) {}

    Outcome run(Steps steps) throws Exception {
        ModelTrainer trainer = plan.make();
        List<DataFile> files = steps.call("Hashing the data", folder::files);
        FeatureCatalog catalog = StandardCatalog.catalog();
        FeatureTrainingSet source = FeatureTrainingSet.in(folder.folder(), plan.asOfs());
        Rows rows = steps.call(
                "Building features",
                source.firms().size(),
                progress -> rows(source, source.population(catalog, progress), files));
        TruePd truth = TruePds.in(folder.folder().resolve(DatasetWriter.TRUTH));
        TimeSplit split = TimeSplit.latest(rows.set().days(), plan.calibrationAsOfs(), plan.holdOutAsOfs());
        TrainingJob job = new TrainingJob(trainer, Candidate.of(catalog.definitions()), plan.seed(), plan.central());
        AboutModel about = about(rows);
        TrainingResult result = steps.train(
                "Training: " + trainer.name(), progress -> job.run(rows.set(), split, about, truth, progress));
        byte[] artifact = ArtifactWriter.write(result.artifact());
        return new Outcome(artifact, ArtifactReader.sha256(artifact), result);
    }

    private Rows rows(FeatureTrainingSet source, StagedPopulation population, List<DataFile> files) {
        PeerTables tables = population.tables();
        TrainingSet set = population.trainingSet(tables);
        Map<String, Long> exclusions = new TreeMap<>(source.unlabelled());
        long asked = (long) source.firms().size() * source.asOfs().size();
        long labelled =
                asked - exclusions.values().stream().mapToLong(Long::longValue).sum();
        if (labelled > set.size()) {
            exclusions.put("not_yet_registered", labelled - set.size());
        }
        Provenance.Data data = new Provenance.Data(
                files,
                source.asOfs().stream().map(AsOf::date).toList(),
                plan.calibrationAsOfs(),
                plan.holdOutAsOfs(),
                source.asOfs().getLast().instant(),
                OutcomeDefinition.TWELVE_MONTHS.months(),
                exclusions);
        return new Rows(set, tables, data);
    }

    private AboutModel about(Rows rows) {
        return new AboutModel(
                identity.modelId(),
                identity.version(),
                identity.createdAt(),
                identity.trainedBy(),
                identity.description(),
                identity.synthetic(),
                rows.tables().all().stream().map(PeerTable::id).toList(),
                Optional.of(new Provenance(
                        identity.code(), rows.data(), plan.configSha256(), binsSha256(), identity.stewardship())));
    }

    private Optional<String> binsSha256() {
        return plan.bins().map(file -> ArtifactReader.sha256(InputFile.bytes("--bins", file)));
    }
}
