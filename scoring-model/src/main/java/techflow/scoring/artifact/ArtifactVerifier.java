package techflow.scoring.artifact;

import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/** Lets a model reproduce its own rows, to the last bit, before it may serve. */
public final class ArtifactVerifier {
    private ArtifactVerifier() {}

    /** The row that this artefact's model gives for a vector. */
    public static VerificationRow row(ModelArtifact artifact, techflow.features.definition.FeatureVector vector) {
        double logOdds = artifact.calibrator().calibrate(artifact.model().logOdds(vector));
        return new VerificationRow(vector, logOdds, artifact.grades().scale().score(logOdds));
    }

    /** @throws ModelFault MODEL_NOT_VERIFIED when there is no row, or one row comes out otherwise by a single bit */
    public static void verify(ModelArtifact artifact) {
        if (artifact.verification().isEmpty()) {
            throw new ModelFault(
                    ProblemCode.MODEL_NOT_VERIFIED, "The artefact must carry verification rows, found none");
        }
        for (int i = 0; i < artifact.verification().size(); i++) {
            VerificationRow expected = artifact.verification().get(i);
            VerificationRow found = row(artifact, expected.vector());
            if (Double.compare(expected.logOdds(), found.logOdds()) != 0 || expected.score() != found.score()) {
                throw notVerified(i, expected, found);
            }
        }
    }

    private static ModelFault notVerified(int row, VerificationRow expected, VerificationRow found) {
        return new ModelFault(
                ProblemCode.MODEL_NOT_VERIFIED,
                "Verification row %d must give log-odds %s and score %d, found %s and %d"
                        .formatted(row, expected.logOdds(), expected.score(), found.logOdds(), found.score()),
                Parameter.safe("row", row),
                Parameter.safe("expected", expected.logOdds()),
                Parameter.safe("found", found.logOdds()));
    }
}
