/**
 * The Open Inference Protocol, version 2 (REST), for generic tools of the model plane. Entry type:
 * {@link techflow.api.inference.InferenceController}.
 *
 * <p>It scores given vectors with the champion: log-odds, PD, score and credit grade, to the same bits as the scores. There is
 * no firm behind a vector, so nothing is looked up, nothing is logged as a score, no knock-out rule and no policy is applied,
 * and no answer is a credit decision; the metadata of the model say so. Inputs are the features that the champion looks at,
 * one tensor each, of the shape [n] or [n, 1]: numbers as FP64, categories as BYTES, missing as null or NaN. Names are strict:
 * a missing, a misspelt and an unused feature are each refused with their own message.
 */
@NullMarked
package techflow.api.inference;

import org.jspecify.annotations.NullMarked;
