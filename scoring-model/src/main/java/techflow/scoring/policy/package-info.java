/** Rules that come before any model: {@link techflow.scoring.policy.KnockOutRules}. */
@NullMarked
package techflow.scoring.policy;

import org.jspecify.annotations.NullMarked;
