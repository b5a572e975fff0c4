/**
 * Tree ensembles in their served form.
 *
 * <p>Entry type: {@link techflow.scoring.trees.FlatTreeEnsemble}. Numbers are {@code float}, as in the libraries that train;
 * NaN is missing and has a branch of its own at every question.
 */
@NullMarked
package techflow.scoring.trees;

import org.jspecify.annotations.NullMarked;
