package techflow.scoring.run;

/**
 * One thing that can be said of a model or a run.
 *
 * @param section what it belongs to, such as {@code settings}
 * @param name such as {@code l2}, unique in its section
 * @param value as text
 */
public record Fact(String section, String name, String value) {}
