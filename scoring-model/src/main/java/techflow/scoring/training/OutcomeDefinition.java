package techflow.scoring.training;

import java.time.LocalDate;
import techflow.features.snapshot.AsOf;

/**
 * What counts as bad: a default within the months that begin with the as-of day.
 *
 * @param months length of the window, 1 or more
 */
public record OutcomeDefinition(int months) {
    /** Twelve months, the horizon of every PD in this project. */
    public static final OutcomeDefinition TWELVE_MONTHS = new OutcomeDefinition(12);

    /** What a firm is at an as-of. */
    public enum Label {
        /** Observed through the window without default. */
        GOOD,
        /** Defaulted within the window. */
        BAD,
        /** In default before the as-of day: no future to predict, excluded. */
        ALREADY_DEFAULTED,
        /** Observation ends within the window and no default was seen: neither good nor bad, excluded. */
        NOT_FULLY_OBSERVED
    }

    public OutcomeDefinition {
        if (months < 1) {
            throw new IllegalArgumentException("the outcome window needs a month or more, found " + months);
        }
    }

    /** The label of a firm as of an instant. */
    public Label label(Outcome outcome, AsOf asOf) {
        LocalDate first = asOf.date();
        LocalDate end = end(first);
        if (outcome.defaultedOn().isPresent()) {
            LocalDate day = outcome.defaultedOn().orElseThrow();
            if (day.isBefore(first)) {
                return Label.ALREADY_DEFAULTED;
            }
            if (day.isBefore(end)) {
                return Label.BAD;
            }
        }
        return outcome.observedUntil().isBefore(end.minusDays(1)) ? Label.NOT_FULLY_OBSERVED : Label.GOOD;
    }

    /** The first day after the window of an as-of day. */
    public LocalDate end(LocalDate asOf) {
        return asOf.plusMonths(months);
    }
}
