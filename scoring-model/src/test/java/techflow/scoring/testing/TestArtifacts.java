package techflow.scoring.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.ModelManifest.TrainingData;
import techflow.scoring.artifact.Provenance;

/** Artefacts that differ from a trained one in what they say of themselves. */
public final class TestArtifacts {
    private TestArtifacts() {}

    /** The bytes of the same model as another version by another person. */
    public static byte[] version(ModelArtifact trained, String version, String trainedBy) {
        return ArtifactWriter.write(with(trained, version, trainedBy, true, Optional.empty()));
    }

    /** The bytes of the same model, said to be of real firms. */
    public static byte[] ofRealFirms(ModelArtifact trained, String version, String trainedBy) {
        return ArtifactWriter.write(with(trained, version, trainedBy, false, Optional.empty()));
    }

    public static ModelArtifact with(
            ModelArtifact trained,
            String version,
            String trainedBy,
            boolean synthetic,
            Optional<Provenance> provenance) {
        ModelManifest m = trained.manifest();
        TrainingData d = m.data();
        ModelManifest changed = new ModelManifest(
                m.modelId(),
                version,
                m.createdAt(),
                trainedBy,
                m.featureSetVersion(),
                m.schemaFingerprint(),
                new TrainingData(
                        d.description(), synthetic, d.rows(), d.bads(), d.training(), d.calibration(), d.holdOut()),
                m.seed(),
                m.settings(),
                m.libraries(),
                m.metrics(),
                provenance);
        return new ModelArtifact(
                changed,
                trained.schema(),
                trained.model(),
                trained.calibrator(),
                trained.grades(),
                trained.references(),
                trained.uncertainty(),
                trained.verification());
    }

    /** A provenance with every member. */
    public static Provenance provenance() {
        return new Provenance(
                new Provenance.Code(Optional.of("0123456789abcdef0123456789abcdef01234567"), true, "0.2.0"),
                new Provenance.Data(
                        List.of(
                                new Provenance.DataFile("signals/patent.csv", "b".repeat(64), 2_000, 17),
                                new Provenance.DataFile("outcomes.csv", "a".repeat(64), 1_000, 9)),
                        List.of(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 11, 1)),
                        1,
                        1,
                        Instant.parse("2025-10-31T16:00:00Z"),
                        12,
                        Map.of("already_defaulted", 3L, "not_fully_observed", 5L)),
                Optional.of("c".repeat(64)),
                Optional.of("d".repeat(64)),
                new Provenance.Stewardship(Optional.of("approver.one"), Optional.of(LocalDate.of(2027, 12, 31))));
    }
}
