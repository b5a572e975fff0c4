package techflow.scoring.validation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.engine.tribuo.TribuoRegression;
import techflow.scoring.settings.GatesReader;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.Candidate;
import techflow.scoring.validation.ValidationSubject.Challenger;
import techflow.scoring.validation.ValidationSubject.Retraining;
import techflow.scoring.validation.gate.GateOverride;
import techflow.scoring.validation.gate.GatesFile;
import techflow.scoring.wording.Bilingual;

/** The validation of a model of the small synthetic world. */
public final class SmallValidation {
    public static final long SEED = 31;
    public static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");

    private SmallValidation() {}

    public static ValidationSubject subject(SmallWorld world, ModelArtifact artifact) {
        return new ValidationSubject(
                artifact,
                ArtifactReader.sha256(ArtifactWriter.write(artifact)),
                SmallWorld.CATALOG.definitions(),
                ValidationRows.outOfTime(
                        artifact, world.set(), Exclusions.none(world.set().size())),
                List.of(
                        new Segmentation(
                                "field",
                                new Bilingual("领域", "Field"),
                                false,
                                (rows, row) -> Optional.of(rows.value(row, rows.position(SmallWorld.FIELD)))
                                        .map(value -> new Bilingual(value.toString(), value.toString()))),
                        new Segmentation(
                                "parity",
                                new Bilingual("尾号", "Last digit"),
                                true,
                                (rows, row) ->
                                        row % 2 == 0 ? Optional.of(new Bilingual("双", "even")) : Optional.empty())),
                Optional.of(new Retraining(
                        SmallWorld.scorecard(new TribuoRegression()),
                        Candidate.of(SmallWorld.CATALOG.definitions()),
                        SEED)),
                Optional.of(new Challenger(artifact, "c".repeat(64))),
                served -> served.pipeline(SmallWorld::noTechnology, SmallWorld::noPoints),
                new TribuoRegression());
    }

    public static ValidationReport run(ValidationSubject subject) {
        return run(subject, GatesReader.shipped(), List.of());
    }

    /** With a clock that says a thousand nanoseconds each time. */
    public static ValidationReport run(ValidationSubject subject, GatesFile gates, List<GateOverride> overrides) {
        AtomicLong clock = new AtomicLong();
        return new Validation(gates, SEED).run(subject, overrides, AT, () -> clock.addAndGet(1_000), done -> {});
    }
}
