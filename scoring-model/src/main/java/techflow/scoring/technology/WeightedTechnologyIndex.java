package techflow.scoring.technology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.scoring.technology.TechnologyAssessment.Correction;
import techflow.scoring.technology.TechnologyAssessment.Dimension;
import techflow.scoring.technology.TechnologyAssessment.DimensionScore;
import techflow.scoring.technology.TechnologyAssessment.Outcome;

/**
 * The index as a weighted mean of the known dimensions: {@code index = Σ w·s / Σ w}, with the weights of the firm's
 * technology field; then the grade of the index; then the corrections, whose notches add up and which never leave
 * T1–T10. The form is our own, after the published names of dimensions and layers.
 *
 * @param settingsVersion which settings these are
 * @param dimensions one rule for each dimension, in the order of {@link Dimension}
 * @param weights weights of the dimensions by field
 * @param limits grade limits
 * @param leastKnownDimensions with fewer known dimensions there is no outcome, 1 to 5
 * @param corrections the correction rules, with different codes
 */
public record WeightedTechnologyIndex(
        String settingsVersion,
        List<DimensionRule> dimensions,
        FieldWeights weights,
        GradeLimits limits,
        int leastKnownDimensions,
        List<CorrectionRule> corrections)
        implements TechnologyIndex {
    /** Known exactly when the firm's master data are: then the public registers have been asked about it. */
    public static final FeatureName REGISTERED = new FeatureName("firm_age_years");

    public WeightedTechnologyIndex {
        dimensions = List.copyOf(dimensions);
        corrections = List.copyOf(corrections);
        List<Dimension> found =
                dimensions.stream().map(DimensionRule::dimension).toList();
        if (!found.equals(Arrays.asList(Dimension.values()))) {
            throw new IllegalArgumentException("each dimension needs one rule, in order, found " + found);
        }
        if (leastKnownDimensions < 1 || leastKnownDimensions > dimensions.size()) {
            throw new IllegalArgumentException(
                    "the least known dimensions must be 1 to " + dimensions.size() + ", found " + leastKnownDimensions);
        }
        List<String> codes = corrections.stream().map(CorrectionRule::code).toList();
        if (Set.copyOf(codes).size() < codes.size()) {
            throw new IllegalArgumentException("corrections must have different codes, found " + codes);
        }
    }

    @Override
    public TechnologyAssessment assess(FeatureVector vector) {
        DimensionWeights ofField = weights.of(vector);
        boolean registered = !Double.isNaN(vector.number(REGISTERED));
        List<DimensionScore> scores = dimensions.stream()
                .map(rule -> new DimensionScore(
                        rule.dimension(), rule.score(vector, registered), ofField.of(rule.dimension())))
                .toList();
        return new TechnologyAssessment(index(scores).map(index -> outcome(index, vector)), scores, settingsVersion);
    }

    /** Every feature that the rules read, by name. */
    public Set<FeatureName> features() {
        Set<FeatureName> names = new TreeSet<>(Set.of(FieldWeights.FIELD, REGISTERED));
        dimensions.forEach(rule -> rule.indicators().forEach(indicator -> names.add(indicator.feature())));
        corrections.forEach(rule -> rule.when().forEach(condition -> names.add(condition.feature())));
        return names;
    }

    private Optional<Double> index(List<DimensionScore> scores) {
        double sum = 0;
        double weight = 0;
        int known = 0;
        for (DimensionScore one : scores) {
            if (one.score().isPresent()) {
                sum += one.weight() * one.score().get();
                weight += one.weight();
                known++;
            }
        }
        // rounding of the division may leave [0, 100] by a bit
        return known < leastKnownDimensions || weight == 0
                ? Optional.empty()
                : Optional.of(Math.clamp(sum / weight, 0.0, 100.0));
    }

    private Outcome outcome(double index, FeatureVector vector) {
        List<Correction> applied = new ArrayList<>();
        corrections.forEach(rule -> rule.applyTo(vector).ifPresent(applied::add));
        TechnologyGrade base = limits.grade(index);
        int notches = applied.stream().mapToInt(Correction::notches).sum();
        return new Outcome(index, base, base.notched(notches), applied);
    }
}
