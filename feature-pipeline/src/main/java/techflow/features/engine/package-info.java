/**
 * Engines: who hands snapshots to the catalogue.
 *
 * <p>Entry type: the port {@link techflow.features.engine.FeatureEngine}. An engine never computes a feature itself; it
 * reads histories, cuts them with {@link techflow.features.snapshot.Snapshot#cut} and calls
 * {@link techflow.features.definition.FeatureCatalog#compute}, the functions that the API calls too.
 */
@NullMarked
package techflow.features.engine;

import org.jspecify.annotations.NullMarked;
