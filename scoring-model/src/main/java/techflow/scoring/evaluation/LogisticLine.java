package techflow.scoring.evaluation;

/**
 * The line {@code ln(odds good : bad) = intercept + slope · x} of greatest likelihood, by Newton's method. Tied values
 * need no care: two distinct values are fitted to their observed rates exactly.
 *
 * @param intercept log-odds at x = 0
 * @param slope log-odds per unit of x
 * @param slopeError standard error of the slope
 */
public record LogisticLine(double intercept, double slope, double slopeError) {
    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-9;

    /**
     * Fits the line.
     *
     * @throws IllegalArgumentException when no finite line is best: one outcome only, one value only, or values that part
     *     goods and bads completely
     */
    public static LogisticLine fit(double[] x, boolean[] bads) {
        double intercept = startingIntercept(bads);
        double slope = 0;
        double likelihood = logLikelihood(x, bads, intercept, slope);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] s = sums(x, bads, intercept, slope);
            double determinant = s[2] * s[4] - s[3] * s[3];
            if (!(determinant > 1e-12 * s[2] * s[4]) || !(s[2] > 1e-9)) {
                throw unfit("the values part goods and bads completely, or do not vary");
            }
            double toIntercept = (s[4] * s[0] - s[3] * s[1]) / determinant;
            double toSlope = (s[2] * s[1] - s[3] * s[0]) / determinant;
            double share = 1;
            double next = logLikelihood(x, bads, intercept + toIntercept, slope + toSlope);
            while (next < likelihood - noise(likelihood) && share > 1e-6) {
                share /= 2;
                next = logLikelihood(x, bads, intercept + share * toIntercept, slope + share * toSlope);
            }
            intercept += share * toIntercept;
            slope += share * toSlope;
            likelihood = next;
            if (Math.abs(toIntercept) + Math.abs(toSlope) < TOLERANCE * (1 + Math.abs(intercept) + Math.abs(slope))) {
                return new LogisticLine(intercept, slope, Math.sqrt(s[2] / determinant));
            }
        }
        throw unfit("no best line within " + MOST_STEPS + " steps");
    }

    /** Rounding of a long sum must not halve a good step. */
    private static double noise(double likelihood) {
        return 1e-12 * (1 + Math.abs(likelihood));
    }

    private static double startingIntercept(boolean[] bads) {
        int bad = 0;
        for (boolean b : bads) {
            bad += b ? 1 : 0;
        }
        if (bad == 0 || bad == bads.length) {
            throw unfit("goods and bads are needed, found " + bad + " bads in " + bads.length);
        }
        return Math.log((double) (bads.length - bad) / bad);
    }

    /** Half the width of the slope's 95 % interval. */
    public double slopeReach() {
        return Estimate.Z * slopeError;
    }

    /** Gradient (two) and information matrix (three). */
    private static double[] sums(double[] x, boolean[] bads, double intercept, double slope) {
        double[] s = new double[5];
        for (int i = 0; i < x.length; i++) {
            double good = 1 / (1 + Math.exp(-(intercept + slope * x[i])));
            double residual = (bads[i] ? 0 : 1) - good;
            double weight = good * (1 - good);
            s[0] += residual;
            s[1] += residual * x[i];
            s[2] += weight;
            s[3] += weight * x[i];
            s[4] += weight * x[i] * x[i];
        }
        return s;
    }

    private static double logLikelihood(double[] x, boolean[] bads, double intercept, double slope) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double margin = (intercept + slope * x[i]) * (bads[i] ? -1 : 1);
            sum -= margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
        }
        return sum;
    }

    private static IllegalArgumentException unfit(String why) {
        return new IllegalArgumentException("a logistic line cannot be fitted: " + why);
    }
}
