/**
 * Logistic regression by Smile 2.6.0 (LGPL-3.0), the challenger that checks Tribuo's fit. Entry type:
 * {@link techflow.scoring.engine.smile.SmileRegression}. Used in training only; nothing served needs it.
 */
@NullMarked
package techflow.scoring.engine.smile;

import org.jspecify.annotations.NullMarked;
