/** Validations of small synthetic worlds. */
@org.jspecify.annotations.NullMarked
package techflow.scoring.validation;
