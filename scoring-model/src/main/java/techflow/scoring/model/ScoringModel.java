package techflow.scoring.model;

import java.util.List;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;

/**
 * A trained model in a served form: pure Java, exact additive terms. Not sealed, because the forms live in packages of
 * their own and the compiler seals within one package; the artefact reader knows every form.
 */
public interface ScoringModel {
    /** The features it looks at, in its own order. */
    List<FeatureName> features();

    /** Raw log-odds good : bad, before calibration. */
    double logOdds(FeatureVector vector);

    /** What each of {@link #features()} adds to the raw log-odds; with a constant they sum to {@link #logOdds}. */
    double[] terms(FeatureVector vector);

    /**
     * What each of {@link #features()} adds beyond the reference firms. Prepared once; the answer may be used by many threads.
     */
    Attribution against(ReferenceProfile reference);

    /**
     * Where the model's answer can change along a numeric feature, ascending, each once: numbers below a cut are treated
     * otherwise than the cut itself. Empty for a feature that it does not look at, or for a category.
     */
    double[] cuts(FeatureName feature);

    /** The lowest and the highest raw log-odds that any vector can reach. */
    Range range();

    /** Closed range of log-odds. */
    record Range(double low, double high) {}
}
