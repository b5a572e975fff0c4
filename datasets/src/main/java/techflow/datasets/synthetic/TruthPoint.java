package techflow.datasets.synthetic;

import java.time.YearMonth;
import java.util.Set;

/**
 * What is true of a firm that is alive at the end of a month.
 *
 * @param month the month; the matching as-of day is the first of the next
 * @param truePd probability of default within the twelve months after it, given the latent state at its end
 * @param gaming what the firm does then to look better than it is, mostly nothing
 */
public record TruthPoint(YearMonth month, double truePd, Set<Gaming.Trick> gaming) {
    public TruthPoint {
        gaming = gaming.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(gaming));
    }
}
