package techflow.features.aggregate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent.PatentEventType;

/**
 * A patent in the stage of its legal life on one day.
 *
 * @param patent the patent
 * @param stage where it stands
 * @param granted whether it was ever granted, alive or not
 * @param pledged whether a pledge stands in the register
 * @param licensed whether a licence was ever filed
 * @param termLeft share of the legal term that is left, from 1 on the day of filing to 0 at its end
 */
public record PatentLife(
        Patent patent, Stage stage, boolean granted, boolean pledged, boolean licensed, double termLeft) {
    /** Where a patent can stand. */
    public enum Stage {
        /** Applied for, not decided. */
        PENDING,
        /** Granted and in force. */
        IN_FORCE,
        /** The application died before grant. */
        WITHDRAWN,
        /** Ended by an unpaid annual fee and not restored since. */
        LAPSED,
        /** The term from the filing date is over (专利法 art. 42). */
        EXPIRED,
        /** Declared invalid: deemed never to have existed (专利法 art. 47). */
        INVALIDATED,
        /** Belongs to another owner now: sold and not taken back since. */
        TRANSFERRED_OUT
    }

    /**
     * The life of a patent on a day.
     *
     * @param lastDays the last day of each event known of it, none later than {@code today}
     */
    static PatentLife on(LocalDate today, Patent patent, Map<PatentEventType, LocalDate> lastDays) {
        LocalDate end = patent.filedOn().plusYears(patent.type().termYears());
        double left = (double) ChronoUnit.DAYS.between(today, end) / ChronoUnit.DAYS.between(patent.filedOn(), end);
        return new PatentLife(
                patent,
                stage(patent, lastDays, left),
                wasGranted(patent, lastDays),
                stands(PatentEventType.PLEDGED, PatentEventType.PLEDGE_RELEASED, lastDays),
                lastDays.containsKey(PatentEventType.LICENSED),
                Math.max(0, left));
    }

    /** A utility model or design is published at grant, so that a known one was granted; only a granted patent lapses. */
    private static boolean wasGranted(Patent patent, Map<PatentEventType, LocalDate> lastDays) {
        return lastDays.containsKey(PatentEventType.GRANTED)
                || lastDays.containsKey(PatentEventType.FEE_LAPSED)
                || (patent.type() != PatentType.INVENTION && !lastDays.containsKey(PatentEventType.WITHDRAWN));
    }

    private static Stage stage(Patent patent, Map<PatentEventType, LocalDate> lastDays, double left) {
        boolean granted = wasGranted(patent, lastDays);
        if (lastDays.containsKey(PatentEventType.INVALIDATED)) {
            return Stage.INVALIDATED;
        } else if (stands(PatentEventType.TRANSFERRED_OUT, PatentEventType.ACQUIRED, lastDays)) {
            return Stage.TRANSFERRED_OUT;
        } else if (!granted && lastDays.containsKey(PatentEventType.WITHDRAWN)) {
            return Stage.WITHDRAWN;
        } else if (stands(PatentEventType.FEE_LAPSED, PatentEventType.RESTORED, lastDays)) {
            return Stage.LAPSED;
        } else if (left <= 0) {
            return Stage.EXPIRED;
        }
        return granted ? Stage.IN_FORCE : Stage.PENDING;
    }

    /** Whether the last beginning was not followed by an end; an end on the same day counts as after it. */
    private static boolean stands(
            PatentEventType beginning, PatentEventType end, Map<PatentEventType, LocalDate> lastDays) {
        LocalDate began = lastDays.get(beginning);
        LocalDate ended = lastDays.get(end);
        return began != null && (ended == null || ended.isBefore(began));
    }

    public boolean inForce() {
        return stage == Stage.IN_FORCE;
    }

    public boolean inventionInForce() {
        return inForce() && patent.type() == PatentType.INVENTION;
    }

    public boolean original() {
        return patent.origin() == Origin.ORIGINAL;
    }
}
