/**
 * Bins that experts review: a YAML file that says where each feature is cut, who changed it and why.
 *
 * <p>Entry type: {@link techflow.scoring.bins.BinsFile}; text by {@link techflow.scoring.bins.BinsYaml}. Counts and WoE in
 * the file are what the data gave when the bins were fitted. An edit that only joins bins adds their counts; any other edit
 * leaves them out until the next counting, so that no count is ever made up. A locked file carries the SHA-256 of its
 * content and is refused after any change.
 *
 * <p>Orientation: WoE = ln(%good / %bad), higher is safer; cuts are ascending and belong to the bin above them.
 */
@NullMarked
package techflow.scoring.bins;

import org.jspecify.annotations.NullMarked;
