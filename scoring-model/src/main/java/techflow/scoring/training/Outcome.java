package techflow.scoring.training;

import java.time.LocalDate;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;

/**
 * What became of a firm.
 *
 * @param enterprise the firm
 * @param defaultedOn first day of its default, empty when none was seen
 * @param observedUntil last day on which a default would have been seen, that day included
 */
public record Outcome(EnterpriseId enterprise, Optional<LocalDate> defaultedOn, LocalDate observedUntil) {}
