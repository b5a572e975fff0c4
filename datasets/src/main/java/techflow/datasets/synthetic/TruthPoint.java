package techflow.datasets.synthetic;

import java.time.YearMonth;

/**
 * The true PD of a firm that is alive at the end of a month.
 *
 * @param month the month; the matching as-of day is the first of the next
 * @param truePd probability of default within the twelve months after it, given the latent state at its end
 */
public record TruthPoint(YearMonth month, double truePd) {}
