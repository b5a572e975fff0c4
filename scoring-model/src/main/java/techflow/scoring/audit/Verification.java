package techflow.scoring.audit;

import java.util.Optional;

/**
 * What a verification of the whole log found.
 *
 * @param chains chains walked
 * @param rows rows walked, up to the first that does not hold
 * @param broken the first place that does not hold, empty when all holds
 */
public record Verification(int chains, long rows, Optional<ChainBreak> broken) {}
