/**
 * Speed of the service beside its peers, measured in the same run; see the module's README.
 *
 * <p>Entry type: {@link techflow.benchmark.api.Benchmarks}. CPU time of every process is read from {@code /proc}: on a shared
 * machine it is hurt least by the neighbours.
 */
@NullMarked
package techflow.benchmark.api;

import org.jspecify.annotations.NullMarked;
