package techflow.datasets.synthetic;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One stream of random numbers: XoShiRo256++ seeded from (seed, firm, attempt, purpose). Each purpose has its own
 * stream, so that what one of them draws never moves another: above all, the default draw moves no signal.
 */
final class RandomStream {
    /** Where a stream is used. The name is part of the seed. */
    enum Purpose {
        COMMON,
        TRAITS,
        LATENT,
        SURVIVAL,
        DEFAULT,
        ACTIVITY,
        COVERAGE,
        PROFILE,
        PATENTS,
        ANNUAL,
        INNOVATION,
        TAX,
        INVOICES,
        CONTRIBUTIONS,
        UTILITIES,
        CONDUCT,
        CERTIFICATES,
        AFTERMATH,
        GAMING,
        TECHNOLOGY_TRADE,
        FINANCING,
        INSPECTIONS,
        BANK_FLOWS,
        TAX_DETAILS,
        INVOICE_DETAILS,
        CONTRIBUTION_DETAILS,
        UTILITY_DETAILS,
        PATENT_DETAILS
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double LARGEST_MEAN = 1e6;

    private final UniformRandomProvider uniform;
    private final SharedStateContinuousSampler gaussian;

    private RandomStream(long seed) {
        this.uniform = RandomSource.XO_SHI_RO_256_PP.create(seed);
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(uniform);
    }

    static RandomStream common(long seed) {
        return new RandomStream(seedOf(seed, -1, 0, Purpose.COMMON));
    }

    static RandomStream of(FirmSeed firm, Purpose purpose) {
        return new RandomStream(seedOf(firm.seed(), firm.index(), firm.attempt(), purpose));
    }

    private static long seedOf(long seed, int firm, int attempt, Purpose purpose) {
        long mixed = mix(seed + GOLDEN);
        mixed = mix(mixed ^ (firm + 2L) * GOLDEN);
        mixed = mix(mixed ^ (attempt + 1L) * GOLDEN);
        return mix(mixed ^ purpose.name().hashCode() * GOLDEN);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    double uniform() {
        return uniform.nextDouble();
    }

    double uniform(double low, double high) {
        return low + (high - low) * uniform.nextDouble();
    }

    /** A whole number from {@code low} to {@code high}, both inside. */
    int between(int low, int high) {
        return low + uniform.nextInt(high - low + 1);
    }

    double normal() {
        return gaussian.sample();
    }

    double normal(double mean, double deviation) {
        return mean + deviation * gaussian.sample();
    }

    /** Multiplicative noise with median 1. */
    double noise(double logDeviation) {
        return Math.exp(logDeviation * gaussian.sample());
    }

    boolean chance(double probability) {
        return uniform.nextDouble() < probability;
    }

    /** True with the probability whose log-odds are given. */
    boolean chanceOfLogit(double logOdds) {
        return chance(logistic(logOdds));
    }

    int poisson(double mean) {
        return mean <= 0
                ? 0
                : PoissonSampler.of(uniform, Math.min(mean, LARGEST_MEAN)).sample();
    }

    /** Days after something, exponential with the mean, at most {@code most}. */
    int days(double mean, int most) {
        return (int) Math.min(most, -mean * Math.log1p(-uniform.nextDouble()));
    }

    static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
