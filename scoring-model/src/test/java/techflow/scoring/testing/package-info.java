/** A small catalogue, synthetic rows with a known truth, and a model trained on them, for the tests of this module. */
@NullMarked
package techflow.scoring.testing;

import org.jspecify.annotations.NullMarked;
