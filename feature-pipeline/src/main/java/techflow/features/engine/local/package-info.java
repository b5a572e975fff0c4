/**
 * The engine of one machine.
 *
 * <p>Entry type: {@link techflow.features.engine.local.LocalFeatureEngine}. One thread reads histories in order, a fixed
 * number of threads compute, and the calling thread hands the vectors to the sink in order; only a few firms are under
 * way at a time, so memory does not grow with the population.
 *
 * <pre>{@code
 * new LocalFeatureEngine(4).compute(store, catalog, spine, vectors::write);
 * }</pre>
 */
@NullMarked
package techflow.features.engine.local;

import org.jspecify.annotations.NullMarked;
