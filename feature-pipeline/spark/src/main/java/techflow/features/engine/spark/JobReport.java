package techflow.features.engine.spark;

/**
 * What a job did.
 *
 * @param vectors how many were computed and published; 0 when none was published
 * @param rejectedRows rows of signals and of the spine that break their contract
 * @param brokenRules the rules they break, one line of the rejects each
 * @param published true when the vectors stand in the folder asked for
 */
record JobReport(long vectors, long rejectedRows, long brokenRules, boolean published) {}
