/**
 * What a firm would have to change to be graded better (反事实解释).
 *
 * <p>Entry type: {@link techflow.scoring.counterfactual.CounterfactualSearch}. Only features that the settings name as within
 * a firm's reach move, each only the way they allow, and every answer was scored before it is given. It tells what the model
 * would answer, not what would become of the firm.
 */
@NullMarked
package techflow.scoring.counterfactual;

import org.jspecify.annotations.NullMarked;
