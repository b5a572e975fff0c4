package techflow.scoring.training;

import java.util.Map;
import techflow.scoring.model.Calibrator;

/**
 * Moves a calibration from the default rate of its sample to a stated long-run one: through the cycle (跨周期) instead of at
 * a point in time.
 *
 * <p>Bayes' rule with other prior odds (Elkan 2001; King and Zeng 2001): every log-odds moves by the same amount, {@code
 * ln((1 − central) / central) − ln((1 − sample) / sample)}. The order of firms, the slope and all contributions stay. PDs
 * so moved are not meant to meet the defaults of a single year; the level test against one year then says how far that year
 * is from the cycle.
 *
 * @param sampleRate default rate of the calibration rows, in (0, 1)
 * @param centralRate long-run default rate, in (0, 1)
 * @param source who states it and from which years, for the manifest
 */
public record CentralTendency(double sampleRate, double centralRate, String source) {
    /** What a manifest calls the long-run rate, and its source. */
    public static final String RATE = "centralTendency.centralRate";

    public static final String SOURCE = "centralTendency.source";

    /**
     * A long-run default rate, before it meets a sample.
     *
     * @param rate in (0, 1)
     * @param source who states it and from which years
     */
    public record Stated(double rate, String source) {
        public Stated {
            requireRate("central", rate);
            requireSource(source);
        }

        /** @param sampleRate default rate of the calibration rows, in (0, 1) */
        public CentralTendency over(double sampleRate) {
            return new CentralTendency(sampleRate, rate, source);
        }
    }

    public CentralTendency {
        requireRate("sample", sampleRate);
        requireRate("central", centralRate);
        requireSource(source);
    }

    /** The calibration with its intercept moved. */
    public Calibrator adjust(Calibrator calibrator) {
        return new Calibrator(calibrator.intercept() + shift(), calibrator.slope());
    }

    /** What is added to every log-odds good : bad; above 0 when the central rate is lower. */
    public double shift() {
        return logOdds(centralRate) - logOdds(sampleRate);
    }

    /** What the manifest records. */
    public Map<String, String> asTexts() {
        return Map.of(
                "centralTendency.sampleRate",
                String.valueOf(sampleRate),
                RATE,
                String.valueOf(centralRate),
                "centralTendency.shift",
                String.valueOf(shift()),
                SOURCE,
                source);
    }

    private static double logOdds(double rate) {
        return StrictMath.log((1 - rate) / rate);
    }

    private static void requireSource(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a central tendency needs its source, found none");
        }
    }

    private static void requireRate(String which, double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("the " + which + " default rate must lie in (0, 1), found " + rate);
        }
    }
}
