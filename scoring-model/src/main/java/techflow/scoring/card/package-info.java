/**
 * The model card: what a reader must know before relying on a model, generated from its manifest, in Chinese first and then
 * in English.
 *
 * <p>Entry type: {@link techflow.scoring.card.ModelCard}. The fields follow Mitchell et al., "Model Cards for Model
 * Reporting" (2019): details, intended use, factors, metrics, evaluation data, training data, ethical considerations,
 * caveats; added are calibration, known ways of gaming, who watches the model, and when it expires. Nothing is made up:
 * what the manifest does not tell is said to be not told.
 */
@NullMarked
package techflow.scoring.card;

import org.jspecify.annotations.NullMarked;
