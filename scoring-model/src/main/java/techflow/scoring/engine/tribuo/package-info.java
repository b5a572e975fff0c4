/**
 * Logistic regression by Tribuo (LIBLINEAR, L2R_LR). Entry type:
 * {@link techflow.scoring.engine.tribuo.TribuoRegression}. Used in training only: what is served is our own scorecard.
 */
@NullMarked
package techflow.scoring.engine.tribuo;

import org.jspecify.annotations.NullMarked;
