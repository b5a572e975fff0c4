/**
 * Speed and memory of the feature pipeline beside its peers, measured in the same run; see the module's README.
 *
 * <p>Entry type: {@link techflow.benchmark.Benchmarks}. {@link techflow.benchmark.SyntheticPopulation} writes a seeded,
 * synthetic population; {@link techflow.benchmark.FileBenchmark} runs every {@link techflow.benchmark.Contender} over it,
 * each pass in a process of its own, in turns, and checks that all of them found the same; {@link
 * techflow.benchmark.Kernels} are the inner loops under JMH.
 */
@NullMarked
package techflow.benchmark;

import org.jspecify.annotations.NullMarked;
