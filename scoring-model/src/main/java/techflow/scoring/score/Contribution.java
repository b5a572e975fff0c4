package techflow.scoring.score;

import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;

/**
 * What one feature adds to the score of one firm, against a named reference.
 *
 * @param feature the feature
 * @param value the firm's value
 * @param points points gained (positive, safer) or lost (negative) against the reference
 * @param reference the typical value of the reference firms
 */
public record Contribution(FeatureName feature, FeatureValue value, double points, FeatureValue reference) {}
