/**
 * Snapshots: what could be known about one enterprise at one instant.
 *
 * <p>Entry type: {@link techflow.features.snapshot.Snapshot#cut}. It keeps the signals with {@code knownAt} before
 * {@link techflow.features.snapshot.AsOf}, keeps of each observation only the version that was known last, and sorts
 * them canonically, so that neither the future nor the order of rows can change a feature. A
 * {@link techflow.features.snapshot.Window} is half-open in days: {@code [asOf − length, asOf)}.
 */
@NullMarked
package techflow.features.snapshot;

import org.jspecify.annotations.NullMarked;
