package techflow.scoring.registry;

import java.time.Instant;

/**
 * A published artefact.
 *
 * @param sha256 hash of its file, its name in the registry
 * @param modelId name of the model line
 * @param version version within the line
 * @param publishedAt when, to the microsecond
 * @param publishedBy by whom
 */
public record RegisteredModel(String sha256, String modelId, String version, Instant publishedAt, String publishedBy) {}
