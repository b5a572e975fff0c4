/**
 * From vectors and outcomes to a model artefact.
 *
 * <p>Entry type: {@link techflow.scoring.training.TrainingJob}. The steps: {@link
 * techflow.scoring.training.OutcomeDefinition} labels a firm at an as-of (bad: default within the 12 months that begin
 * with the as-of day); {@link techflow.scoring.training.TimeSplit} parts training, calibration and an out-of-time
 * hold-out; {@link techflow.scoring.training.BinningFitter} bins each feature in its declared direction, or as a
 * reviewed file of {@link techflow.scoring.bins} says; {@link
 * techflow.scoring.training.ScorecardFitter} selects and fits through the port {@link
 * techflow.scoring.training.RegressionFitter}; {@link techflow.scoring.training.Calibration} maps to 12-month PDs; {@link
 * techflow.scoring.training.ReferenceProfiles} finds whom scores are explained against. {@link
 * techflow.scoring.training.CrossValidation} serves data too small to hold out.
 *
 * <p>Orientation: {@code bad = true}, WoE = ln(%good / %bad), coefficients are 0 or more. The same rows in any order,
 * settings and seed give the same model; training does no random thing of its own.
 *
 * <pre>{@code
 * TrainingResult result = new TrainingJob(
 *                 ScorecardTrainer.searching(new TribuoRegression()), Candidate.of(catalog.definitions()), 20261101)
 *         .run(trainingSet, TimeSplit.latest(trainingSet.days(), 2, 2), about, TruePd.UNKNOWN);
 * byte[] bytes = ArtifactWriter.write(result.artifact());
 * }</pre>
 */
@NullMarked
package techflow.scoring.training;

import org.jspecify.annotations.NullMarked;
