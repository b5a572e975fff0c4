/**
 * Snapshots: what could be known about one enterprise at one instant.
 *
 * <p>Entry type: {@link techflow.features.snapshot.Snapshot#cut}. It keeps the signals with {@code knownAt} before
 * {@link techflow.features.snapshot.AsOf}, keeps of each observation only the version that was known last, and sorts
 * them canonically, so that neither the future nor the order of rows can change a feature. A
 * {@link techflow.features.snapshot.Window} is half-open in days: {@code [asOf − length, asOf)}.
 *
 * <p>What several features look at is a {@link techflow.features.snapshot.Derived} view, computed once for a snapshot:
 *
 * <pre>{@code
 * private static final Derived<List<Patent>> INVENTIONS = Derived.of(snapshot -> inventions(snapshot));
 * List<Patent> inventions = snapshot.derived(INVENTIONS);
 * }</pre>
 */
@NullMarked
package techflow.features.snapshot;

import org.jspecify.annotations.NullMarked;
