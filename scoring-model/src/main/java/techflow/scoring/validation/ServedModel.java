package techflow.scoring.validation;

import techflow.features.definition.FeatureVector;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.score.ProbabilityOfDefault;
import techflow.scoring.training.TrainingSet;

/** A model as it would serve: calibrated, on the scale, graded. */
public record ServedModel(ModelArtifact artifact) {
    /** Calibrated log-odds good : bad. */
    public double logOdds(FeatureVector vector) {
        return artifact.calibrator().calibrate(artifact.model().logOdds(vector));
    }

    public double pd(FeatureVector vector) {
        return ProbabilityOfDefault.ofLogOdds(logOdds(vector)).value();
    }

    /** The unrounded score. */
    public double points(double logOdds) {
        return artifact.grades().scale().points(logOdds);
    }

    public CreditGrade grade(double logOdds) {
        return artifact.grades().grade(artifact.grades().scale().score(logOdds));
    }

    /** Points per unit of a raw term. */
    double pointsPerTerm() {
        return artifact.grades().scale().factor() * artifact.calibrator().slope();
    }

    ScoredSample sample(TrainingSet rows) {
        double[] pds = new double[rows.size()];
        for (int row = 0; row < pds.length; row++) {
            pds[row] = pd(rows.vector(row));
        }
        return new ScoredSample(pds, rows.bads());
    }

    /** Rows by grade, best first. */
    long[] gradeCounts(ScoredSample sample) {
        long[] counts = new long[CreditGrade.values().length];
        for (double logOdds : sample.logOdds()) {
            counts[grade(logOdds).ordinal()]++;
        }
        return counts;
    }
}
