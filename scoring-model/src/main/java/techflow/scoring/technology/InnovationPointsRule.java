package techflow.scoring.technology;

import techflow.features.definition.FeatureVector;

/** The rule that turns indicators into innovation points: a pure function of a feature vector. */
public interface InnovationPointsRule {
    InnovationPoints award(FeatureVector vector);
}
