package techflow.features.engine.spark;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.problem.Violation;

/** How a point of the spine is read. */
final class SpinePoint {
    private SpinePoint() {}

    /** The instant of a text: a day, its start in China, or an instant to the microsecond; empty for anything else. */
    static Optional<AsOf> asOf(String text) {
        try {
            AsOf asOf = text.indexOf('T') < 0 ? AsOf.startOf(LocalDate.parse(text)) : new AsOf(Instant.parse(text));
            return asOf.instant().truncatedTo(ChronoUnit.MICROS).equals(asOf.instant())
                    ? Optional.of(asOf)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Every rule that a point breaks; empty when it is sound. */
    static List<Violation> violations(String uscc, String asOf) {
        List<Violation> violations = new ArrayList<>(EnterpriseId.violations(SignalTable.USCC, uscc));
        if (asOf(asOf).isEmpty()) {
            violations.add(badTime(SpineInput.Points.AS_OF, asOf));
        }
        return violations;
    }

    static Violation badTime(String field, String found) {
        return new Violation(
                field,
                "must be a day such as 2026-09-30 or an instant such as 2026-09-30T00:00:00Z, to the microsecond",
                found,
                "correct it and run again");
    }
}
