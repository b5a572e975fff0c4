package techflow.scoring.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.policy.KnockOutRules;
import techflow.scoring.score.Contribution;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.CreditScore;
import techflow.scoring.score.Explanation;
import techflow.scoring.score.GradeScale;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.score.ScoringResult;
import techflow.scoring.score.ScoringResult.NotScorableReason;
import techflow.scoring.technology.InnovationPointsRule;
import techflow.scoring.technology.TechnologyIndex;

/** From a feature vector to an answer. Pure and thread-safe: the same vector gives the same answer, to the last bit. */
public final class ScoringPipeline {
    private final FeatureSchema schema;
    private final ScoringModel model;
    private final Calibrator calibrator;
    private final GradeScale grades;
    private final Map<CreditGrade, ReferenceProfile> references;
    private final Map<CreditGrade, Attribution> attributions;
    private final Optional<PdUncertainty> uncertainty;
    private final Optional<CreditGrade> cutOff;
    private final TechnologyIndex technology;
    private final InnovationPointsRule innovation;

    /**
     * The scoring path of one model.
     *
     * @param references for each grade the firms of the next better one, against whom its scores are explained
     * @param cutOff the worst grade that is lent to: firms beyond it are explained against firms of this grade, which tells
     *     what parts them from a loan; empty to explain every firm against the next better grade
     */
    public ScoringPipeline(
            FeatureSchema schema,
            ScoringModel model,
            Calibrator calibrator,
            GradeScale grades,
            Map<CreditGrade, ReferenceProfile> references,
            Optional<PdUncertainty> uncertainty,
            Optional<CreditGrade> cutOff,
            TechnologyIndex technology,
            InnovationPointsRule innovation) {
        this.schema = schema;
        this.model = model;
        this.calibrator = calibrator;
        this.grades = grades;
        this.references = new EnumMap<>(references);
        this.uncertainty = uncertainty;
        this.cutOff = cutOff;
        this.technology = technology;
        this.innovation = innovation;
        for (CreditGrade grade : CreditGrade.values()) {
            if (!references.containsKey(grade)) {
                throw new IllegalArgumentException("no reference profile for grade " + grade);
            }
        }
        this.attributions = attributions(model, this.references);
    }

    /** Grades that share a reference share the attribution, which may be large. */
    private static Map<CreditGrade, Attribution> attributions(
            ScoringModel model, Map<CreditGrade, ReferenceProfile> references) {
        Map<ReferenceProfile, Attribution> byReference = new HashMap<>();
        Map<CreditGrade, Attribution> byGrade = new EnumMap<>(CreditGrade.class);
        references.forEach(
                (grade, reference) -> byGrade.put(grade, byReference.computeIfAbsent(reference, model::against)));
        return byGrade;
    }

    /** @throws ModelFault SCHEMA_MISMATCH when the vector is not of the schema that the model was trained on */
    public ScoringResult score(FeatureVector vector) {
        refuseForeignSchema(vector.schema());
        var assessment = technology.assess(vector);
        var points = innovation.award(vector);
        double completeness = KnockOutRules.completeness(vector, model.features());
        List<NotScorableReason> reasons = KnockOutRules.reasons(vector, model.features());
        if (!reasons.isEmpty()) {
            return new ScoringResult.NotScorable(reasons, assessment, points, completeness);
        }
        double logOdds = calibrator.calibrate(model.logOdds(vector));
        int score = grades.scale().score(logOdds);
        CreditGrade grade = grades.grade(score);
        return new ScoringResult.Scored(
                logOdds,
                ProbabilityOfDefault.ofLogOdds(logOdds),
                uncertainty.map(of -> of.interval(logOdds, model.terms(vector))),
                grades.scale().points(logOdds),
                score,
                grade,
                explain(vector, logOdds, grade),
                assessment,
                points,
                completeness);
    }

    /**
     * The credit side of {@link #score} alone, without reasons, technology index and points: for portfolios and comparisons.
     * Empty when the firm cannot be scored.
     *
     * @throws ModelFault SCHEMA_MISMATCH as {@link #score}
     */
    public Optional<CreditScore> credit(FeatureVector vector) {
        refuseForeignSchema(vector.schema());
        if (!KnockOutRules.reasons(vector, model.features()).isEmpty()) {
            return Optional.empty();
        }
        double logOdds = calibrator.calibrate(model.logOdds(vector));
        int score = grades.scale().score(logOdds);
        return Optional.of(new CreditScore(logOdds, score, grades.grade(score)));
    }

    /**
     * Points of each feature of the model, in its order, against the firms that a score of this grade is explained against.
     * Of two vectors against one grade, the differences sum to the difference of the unrounded scores.
     */
    public double[] points(FeatureVector vector, CreditGrade grade) {
        refuseForeignSchema(vector.schema());
        double pointsPerTerm = grades.scale().factor() * calibrator.slope();
        return Arrays.stream(Objects.requireNonNull(attributions.get(explainedAs(grade)))
                        .of(vector))
                .map(ahead -> pointsPerTerm * ahead)
                .toArray();
    }

    public FeatureSchema schema() {
        return schema;
    }

    public ScoringModel model() {
        return model;
    }

    public Calibrator calibrator() {
        return calibrator;
    }

    public GradeScale grades() {
        return grades;
    }

    /** The firms that a score of this grade is explained against. */
    public ReferenceProfile reference(CreditGrade grade) {
        return Objects.requireNonNull(references.get(explainedAs(grade)));
    }

    /** The grade beyond the cut-off has the cut-off as its next better one. */
    private CreditGrade explainedAs(CreditGrade grade) {
        return cutOff.filter(worst -> grade.compareTo(worst) > 0)
                .map(worst -> CreditGrade.values()[worst.ordinal() + 1])
                .orElse(grade);
    }

    /** The lowest and the highest score that this model can give. */
    public int lowestScore() {
        return grades.scale().score(calibrator.calibrate(model.range().low()));
    }

    public int highestScore() {
        return grades.scale().score(calibrator.calibrate(model.range().high()));
    }

    private void refuseForeignSchema(FeatureSchema found) {
        schema.differenceTo(found).ifPresent(difference -> {
            throw new ModelFault(
                    ProblemCode.SCHEMA_MISMATCH,
                    "The vector does not have the model's schema: " + difference,
                    Parameter.safe("expected", schema),
                    Parameter.safe("found", found));
        });
    }

    /** The baseline takes up what the terms leave, so that baseline + Σ points is the unrounded score. */
    private Explanation explain(FeatureVector vector, double logOdds, CreditGrade grade) {
        ReferenceProfile reference = reference(grade);
        double pointsPerTerm = grades.scale().factor() * calibrator.slope();
        double[] ahead =
                Objects.requireNonNull(attributions.get(explainedAs(grade))).of(vector);
        List<Contribution> contributions = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < ahead.length; i++) {
            double points = pointsPerTerm * ahead[i];
            var feature = model.features().get(i);
            contributions.add(new Contribution(
                    feature,
                    vector.value(feature),
                    points,
                    reference.typicalValues().get(i)));
            sum += points;
        }
        return new Explanation(reference.name(), grades.scale().points(logOdds) - sum, contributions);
    }
}
