package techflow.scoring.technology;

import techflow.features.definition.FeatureVector;

/** The 技术流 index: a pure function of a feature vector. */
public interface TechnologyIndex {
    TechnologyAssessment assess(FeatureVector vector);
}
