package techflow.scoring.scorecard;

import java.util.List;
import java.util.Optional;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.scoring.model.Attribution;
import techflow.scoring.model.ReferenceProfile;
import techflow.scoring.model.ScoringModel;

/**
 * A logistic regression on weights of evidence: log-odds good : bad are {@code intercept + Σ coefficient · WoE}.
 *
 * @param intercept log-odds at WoE 0 everywhere
 * @param characteristics its lines, in the order of the training schema
 */
public record Scorecard(double intercept, List<Characteristic> characteristics) implements ScoringModel {
    private static final double ROUNDING = 1e-9;

    public Scorecard {
        characteristics = List.copyOf(characteristics);
    }

    @Override
    public List<FeatureName> features() {
        return characteristics.stream().map(Characteristic::feature).toList();
    }

    @Override
    public double logOdds(FeatureVector vector) {
        double sum = intercept;
        for (double term : terms(vector)) {
            sum += term;
        }
        return sum;
    }

    @Override
    public double[] terms(FeatureVector vector) {
        double[] terms = new double[characteristics.size()];
        for (int i = 0; i < terms.length; i++) {
            Characteristic line = characteristics.get(i);
            FeatureValue value = vector.value(line.feature());
            terms[i] = line.coefficient() * line.binning().woe(value);
        }
        return terms;
    }

    /** A scorecard has no interactions: a term less the mean term of the reference firms is its exact Shapley value. */
    @Override
    public Attribution against(ReferenceProfile reference) {
        for (int i = 0; i < characteristics.size(); i++) {
            requireWithin(characteristics.get(i), reference.meanTerms().get(i), reference.name());
        }
        return vector -> {
            double[] terms = terms(vector);
            for (int i = 0; i < terms.length; i++) {
                terms[i] -= reference.meanTerms().get(i);
            }
            return terms;
        };
    }

    /** The lowest and the highest log-odds that any firm can reach. */
    @Override
    public Range range() {
        double low = intercept;
        double high = intercept;
        for (Characteristic line : characteristics) {
            low += line.lowestTerm();
            high += line.highestTerm();
        }
        return new Range(low, high);
    }

    @Override
    public double[] cuts(FeatureName feature) {
        return characteristic(feature).stream()
                .flatMap(line -> line.binning().bins().stream())
                .mapToDouble(bin -> bin instanceof Bin.NumericBin numeric ? numeric.from() : Double.NEGATIVE_INFINITY)
                .filter(Double::isFinite)
                .toArray();
    }

    /** A mean outside the terms of its line would take points from a firm in the safest bin. */
    private static void requireWithin(Characteristic line, double mean, String reference) {
        if (!(mean >= line.lowestTerm() - ROUNDING && mean <= line.highestTerm() + ROUNDING)) {
            throw new IllegalArgumentException("the mean term of %s in %s must lie in %s to %s, found %s"
                    .formatted(line.feature(), reference, line.lowestTerm(), line.highestTerm(), mean));
        }
    }

    public Optional<Characteristic> characteristic(FeatureName feature) {
        return characteristics.stream()
                .filter(line -> line.feature().equals(feature))
                .findFirst();
    }
}
