/**
 * Speed of scores and of exact reasons beside their peers, measured in the same run; see the module's README.
 *
 * <p>Entry type: {@link techflow.benchmark.scoring.Benchmarks}. {@link techflow.benchmark.scoring.Rounds} runs contenders in
 * turns and takes the CPU time of the thread; {@link techflow.benchmark.scoring.BoostedModel} is one model in the hands of
 * all of them.
 */
@NullMarked
package techflow.benchmark.scoring;

import org.jspecify.annotations.NullMarked;
