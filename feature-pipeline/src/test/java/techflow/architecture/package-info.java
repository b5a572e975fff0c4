/**
 * What may import what, as values that every module's tests run on its own classpath.
 *
 * <p>Entry types: {@link techflow.architecture.ImportRules}, the rules under a root package;
 * {@link techflow.architecture.ArchitectureKit}, the test that each module extends. The rules run twice: on
 * {@code techflow}, where nothing may be found, and on the tree {@code planted} of this module's test sources, where each
 * rule has to find the classes planted for it.
 */
@NullMarked
package techflow.architecture;

import org.jspecify.annotations.NullMarked;
