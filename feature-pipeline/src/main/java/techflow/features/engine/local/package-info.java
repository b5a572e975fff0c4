/**
 * The engine of one machine.
 *
 * <p>Entry type: {@link techflow.features.engine.local.LocalFeatureEngine}. The calling thread reads
 * histories in order, not decoded yet, and hands the vectors to the sink in order; a fixed number of threads decode, cut
 * and compute. Only some batches of firms are under way at a time, so memory does not grow with the population.
 *
 * <pre>{@code
 * new LocalFeatureEngine(4).compute(store, catalog, spine, vectors::write);
 * }</pre>
 */
@NullMarked
package techflow.features.engine.local;

import org.jspecify.annotations.NullMarked;
