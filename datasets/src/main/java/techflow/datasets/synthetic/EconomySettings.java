package techflow.datasets.synthetic;

import java.time.YearMonth;

/**
 * What a synthetic economy is made from. Equal settings give equal bytes.
 *
 * @param firms how many firms, 1 to 999,999; firm {@code i} is the same whatever the number
 * @param seed the seed of everything random
 * @param until the last month that is wholly simulated
 */
public record EconomySettings(int firms, long seed, YearMonth until) {
    private static final int MOST_FIRMS = 999_999;

    public EconomySettings {
        if (firms < 1 || firms > MOST_FIRMS) {
            throw new IllegalArgumentException("firms must lie between 1 and " + MOST_FIRMS + ", found " + firms);
        }
    }

    /** The population that TechFlow starts with: 3,000 firms. */
    public static EconomySettings standard(YearMonth until) {
        return new EconomySettings(3_000, 20_261_101L, until);
    }
}
