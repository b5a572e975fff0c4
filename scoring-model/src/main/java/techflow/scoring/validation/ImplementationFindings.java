package techflow.scoring.validation;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ArtifactWriter;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest.Metric;
import techflow.scoring.artifact.ResultJson;
import techflow.scoring.artifact.VectorJson;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.training.TrainingSet;

/**
 * Section 10: whether what serves is what was trained.
 *
 * @param trainerParity largest distance of the served log-odds from the trainer's own, as training measured it
 * @param verificationRows rows that the artefact carries
 * @param verificationFailures of them, those that come out otherwise by a single bit
 * @param replayed answers computed again by the artefact after writing and reading it, from vectors written and read
 * @param replayDifferences of them, those that differ in any digit
 * @param microseconds median time of one answer, explanation included, on the machine that validates
 */
public record ImplementationFindings(
        OptionalDouble trainerParity,
        int verificationRows,
        int verificationFailures,
        int replayed,
        int replayDifferences,
        double microseconds) {
    private static final int MOST_REPLAYED = 300;

    static ImplementationFindings of(ValidationSubject subject, LongSupplier nanoTime) {
        ModelArtifact artifact = subject.artifact();
        TrainingSet rows = Draw.spread(subject.rows().tested(), MOST_REPLAYED);
        ScoringPipeline served = subject.serving().apply(artifact);
        ScoringPipeline again = subject.serving().apply(ArtifactReader.read(ArtifactWriter.write(artifact)));
        int differences = 0;
        double[] times = new double[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            var vector = rows.vector(row);
            long begin = nanoTime.getAsLong();
            var answer = served.score(vector);
            times[row] = (nanoTime.getAsLong() - begin) / 1e3;
            var copy = VectorJson.read(VectorJson.write(vector), artifact.schema());
            differences += ResultJson.write(answer).equals(ResultJson.write(again.score(copy))) ? 0 : 1;
        }
        Arrays.sort(times);
        return new ImplementationFindings(
                artifact.manifest()
                        .metric("trainer_parity")
                        .map(Metric::value)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()),
                artifact.verification().size(),
                failures(artifact),
                rows.size(),
                differences,
                times[times.length / 2]);
    }

    private static int failures(ModelArtifact artifact) {
        return (int) artifact.verification().stream()
                .filter(row -> !row.equals(ArtifactVerifier.row(artifact, row.vector())))
                .count();
    }
}
