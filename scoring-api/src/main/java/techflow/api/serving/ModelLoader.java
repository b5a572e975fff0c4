package techflow.api.serving;

/** Turns the bytes of an artefact into a model that may answer. */
@FunctionalInterface
public interface ModelLoader {
    /**
     * Reads, checks and verifies.
     *
     * @param bytes the artefact
     * @param sha256 the hash under which the registry holds it
     * @param alias the alias it bears
     * @throws techflow.problem.ModelFault ARTIFACT_CORRUPT, ARTIFACT_VERSION_UNSUPPORTED, SCHEMA_MISMATCH or
     *     MODEL_NOT_VERIFIED
     */
    ServedModel load(byte[] bytes, String sha256, String alias);
}
