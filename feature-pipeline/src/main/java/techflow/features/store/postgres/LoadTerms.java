package techflow.features.store.postgres;

/**
 * How a file is to be loaded.
 *
 * @param application who loads
 * @param strict true to store all rows or none: one transaction for the whole file
 * @param again true to read a file that is known already from its first row on
 * @param rejectsFile name of the file of rejects, without a folder
 */
public record LoadTerms(String application, boolean strict, boolean again, String rejectsFile) {}
