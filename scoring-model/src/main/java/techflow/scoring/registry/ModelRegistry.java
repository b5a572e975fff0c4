package techflow.scoring.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.signing.ArtifactSignature;

/**
 * Where models are kept and which of them bears which alias. Every method may throw
 * {@link techflow.problem.PlatformFault} STORE_UNAVAILABLE when the store does not answer.
 */
public interface ModelRegistry {
    /**
     * Keeps an artefact under its hash. Publishing the same bytes again changes nothing and answers what is kept.
     *
     * @throws ModelFault ARTIFACT_CORRUPT, ARTIFACT_VERSION_UNSUPPORTED or MODEL_NOT_VERIFIED when it cannot be used
     * @throws RecordFault PROMOTION_REFUSED when other bytes have this model id and version, or {@code publishedBy} is blank
     */
    RegisteredModel publish(byte[] artifact, String publishedBy, Instant at);

    /**
     * The bytes of an artefact, hashed again.
     *
     * @throws RecordFault MODEL_UNKNOWN when there is none
     * @throws ModelFault ARTIFACT_CORRUPT when the bytes no longer have their hash
     */
    byte[] read(String sha256);

    /** All published models, oldest first. */
    List<RegisteredModel> list();

    /**
     * Keeps a signature beside an artefact. Whether it is a good one, and whose, is for {@link
     * techflow.scoring.signing.TrustedKeys} to say whenever the artefact is read. A key's second signature changes nothing.
     *
     * @throws RecordFault MODEL_UNKNOWN when the artefact is not published
     */
    void sign(String sha256, ArtifactSignature signature);

    /**
     * The signatures of an artefact, oldest first.
     *
     * @throws RecordFault MODEL_UNKNOWN when the artefact is not published
     */
    List<ArtifactSignature> signatures(String sha256);

    /**
     * Gives an alias to a model.
     *
     * @throws RecordFault MODEL_UNKNOWN when it is not published; PROMOTION_REFUSED when it bears the alias already or a
     *     rule of {@link Promotion} is broken
     * @throws ModelFault ARTIFACT_CORRUPT when its bytes no longer have their hash
     */
    ModelEvent promote(ModelAlias alias, String sha256, Change change);

    /**
     * Gives an alias back to the model that bore it before.
     *
     * @throws RecordFault PROMOTION_REFUSED when there is none
     */
    ModelEvent rollback(ModelAlias alias, Change change);

    /** Every event, oldest first. */
    Ledger history();

    /** The hash of the model that bears the alias now, empty when none does. */
    default Optional<String> bearer(ModelAlias alias) {
        return history().bearer(alias);
    }

    /** The hash of the model that bore the alias at an instant, empty when none did. */
    default Optional<String> bearer(ModelAlias alias, Instant at) {
        return history().bearer(alias, at);
    }

    /** Hands the bytes on when they have the hash, and refuses them otherwise. For adapters. */
    static byte[] intact(String sha256, byte[] bytes) {
        String found = ArtifactReader.sha256(bytes);
        if (!found.equals(sha256)) {
            throw new ModelFault(
                    ProblemCode.ARTIFACT_CORRUPT,
                    "The bytes kept as " + sha256 + " must have that SHA-256, found " + found
                            + "; publish the artefact again from its source",
                    Parameter.safe("sha256", sha256),
                    Parameter.safe("found", found));
        }
        return bytes;
    }

    /** The fault for a hash that is not registered. For adapters. */
    static RecordFault unknown(String sha256) {
        return new RecordFault(
                ProblemCode.MODEL_UNKNOWN,
                "No model is registered with SHA-256 " + sha256,
                Parameter.safe("sha256", sha256));
    }
}
