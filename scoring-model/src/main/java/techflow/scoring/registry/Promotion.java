package techflow.scoring.registry;

import java.util.Locale;
import java.util.Optional;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ModelManifest;

/**
 * The rules of a promotion that need the model itself, the same for every adapter.
 *
 * <ol>
 *   <li>Who approves is not who trained: names are compared without regard to case and spaces.
 *   <li>A model of real firms becomes champion only with an approver and a validation report. One of synthetic firms may
 *       do without, so that a first start comes to its first answer by itself.
 * </ol>
 */
public final class Promotion {
    private Promotion() {}

    /**
     * Checks a promotion of these bytes, which are read whole on the way.
     *
     * @throws RecordFault PROMOTION_REFUSED when a rule is broken
     * @throws techflow.problem.ModelFault when the bytes are no artefact
     */
    public static void check(ModelAlias alias, byte[] artifact, Change change) {
        ModelManifest manifest = ArtifactReader.read(artifact).manifest();
        requireTwoPersons(manifest, change);
        requireEvidence(alias, manifest, change);
    }

    /** Whether two names are one person's, as far as names can tell. */
    public static boolean samePerson(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static void requireTwoPersons(ModelManifest manifest, Change change) {
        Optional<String> approver = change.approver();
        if (approver.filter(name -> samePerson(name, manifest.trainedBy())).isPresent()) {
            throw refused(
                    manifest,
                    "must be approved by somebody else than who trained it: "
                            + approver.get().strip() + " did both; ask a second person to approve");
        }
    }

    private static void requireEvidence(ModelAlias alias, ModelManifest manifest, Change change) {
        boolean synthetic = manifest.data().synthetic();
        if (alias == ModelAlias.CHAMPION && !synthetic && change.approver().isEmpty()) {
            throw refused(manifest, "was trained on real firms and must not become champion without an approver");
        }
        if (alias == ModelAlias.CHAMPION && !synthetic && change.reportSha256().isEmpty()) {
            throw refused(
                    manifest,
                    "was trained on real firms and must not become champion without a validation report;"
                            + " make one with ./techflow validate");
        }
    }

    private static RecordFault refused(ModelManifest manifest, String why) {
        return new RecordFault(
                ProblemCode.PROMOTION_REFUSED,
                manifest.modelId() + " " + manifest.version() + " " + why,
                Parameter.safe("modelId", manifest.modelId()),
                Parameter.safe("version", manifest.version()));
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
