package techflow.scoring.artifact;

import techflow.features.definition.FeatureVector;

/**
 * A vector and what the model answered when it was trained. Serving must get the same bits.
 *
 * @param vector the input
 * @param logOdds calibrated log-odds good : bad
 * @param score integer score
 */
public record VerificationRow(FeatureVector vector, double logOdds, int score) {}
