package techflow.scoring.model;

import techflow.features.definition.FeatureVector;

/** Splits what a firm has ahead of, or behind, reference firms among the features of a model. */
@FunctionalInterface
public interface Attribution {
    /**
     * What each feature of the model adds to the raw log-odds, in the model's order; the sum is the firm's log-odds less the
     * mean of the reference firms.
     */
    double[] of(FeatureVector vector);
}
