package techflow.scoring.model;

/**
 * Logistic calibration on the log-odds: {@code calibrated = intercept + slope · raw}. Monotone, and additive terms stay
 * additive.
 *
 * @param intercept shift
 * @param slope above 0
 */
public record Calibrator(double intercept, double slope) {
    public static final Calibrator IDENTITY = new Calibrator(0, 1);

    public Calibrator {
        if (!(slope > 0) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "a calibration needs a finite intercept and a slope above 0, found " + intercept + ", " + slope);
        }
    }

    public double calibrate(double rawLogOdds) {
        return intercept + slope * rawLogOdds;
    }
}
