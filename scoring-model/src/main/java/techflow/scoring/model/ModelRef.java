package techflow.scoring.model;

/**
 * Which model gave an answer.
 *
 * @param id name of the model line, such as {@code tech-flow-pd}
 * @param version version within the line
 * @param sha256 hash of the artefact, 64 hexadecimal digits
 */
public record ModelRef(String id, String version, String sha256) {}
