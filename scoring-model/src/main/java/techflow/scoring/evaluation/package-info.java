/**
 * How good a model is: discrimination, calibration, stability, and the gates before promotion.
 *
 * <p>Entry types: {@link techflow.scoring.evaluation.Evaluation}, which turns a
 * {@link techflow.scoring.evaluation.ScoredSample} into an {@link techflow.scoring.evaluation.EvaluationReport};
 * {@link techflow.scoring.evaluation.PromotionGates}; for single questions {@link
 * techflow.scoring.evaluation.TooManyDefaults}, {@link techflow.scoring.evaluation.HosmerLemeshow}, {@link
 * techflow.scoring.evaluation.PlutoTasche}, {@link techflow.scoring.evaluation.AucComparison} and {@link
 * techflow.scoring.evaluation.Concentration}. Every figure comes with its number of rows and bads and, where one
 * exists, a 95 % interval: AUC by DeLong, KS, Brier score and log loss by a seeded, stratified bootstrap, default rates
 * by Jeffreys.
 *
 * <p>Ties count one half in the AUC (Mann–Whitney). PDs are in (0, 1); bad is {@code true}. Pure computation: no clock,
 * and no randomness but what a seed gives.
 */
@NullMarked
package techflow.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
