/**
 * Two sets of feature vectors compared, feature by feature.
 *
 * <p>Entry type: {@link techflow.features.parity.VectorDiff}. It takes pairs of vectors of one firm at one instant, from
 * two files, two releases, or a score log and its batch recomputation, and answers with a
 * {@link techflow.features.parity.DiffReport}. Values are compared bit by bit: two engines that run one definition must
 * agree exactly, so there is no tolerance. Examples carry the firm's code masked.
 *
 * <pre>{@code
 * DiffReport report = VectorDiff.of(before.schema(), before.iterator(), after.schema(), after.iterator());
 * report.isEqual();
 * }</pre>
 */
@NullMarked
package techflow.features.parity;

import org.jspecify.annotations.NullMarked;
