/**
 * Faults, named once for every module.
 *
 * <p>A {@link techflow.problem.TechflowException} carries a {@link techflow.problem.ProblemCode}, a message that names
 * the thing, the rule and the value found, and parameters that are each marked safe or unsafe to log or to show. Three
 * families tell the caller what to do: a {@link techflow.problem.RecordFault} rejects this row or request, a
 * {@link techflow.problem.ModelFault} retires the model, a {@link techflow.problem.PlatformFault} can be tried again.
 * "This firm cannot be scored" is an answer, not a fault.
 *
 * <p>The core knows codes, never HTTP: the API owns the one table from code to status.
 */
@NullMarked
package techflow.problem;

import org.jspecify.annotations.NullMarked;
