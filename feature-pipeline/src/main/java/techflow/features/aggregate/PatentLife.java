package techflow.features.aggregate;

import java.time.LocalDate;
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
 * @param termEnd first day after the legal term (专利法 art. 42)
 * @param termLeft share of the legal term that is left, from 1 on the day of filing to 0 at its end
 * @param events what is known to have happened to it
 */
public record PatentLife(
        Patent patent,
        Stage stage,
        boolean granted,
        boolean pledged,
        boolean licensed,
        LocalDate termEnd,
        double termLeft,
        PatentEvents events) {
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
     * @param events the events known of it, none later than {@code today}
     */
    static PatentLife on(LocalDate today, Patent patent, PatentEvents events) {
        LocalDate end = patent.filedOn().plusYears(patent.type().termYears());
        double left = (double) (end.toEpochDay() - today.toEpochDay())
                / (end.toEpochDay() - patent.filedOn().toEpochDay());
        boolean granted = wasGranted(patent, events);
        return new PatentLife(
                patent,
                stage(granted, events, left),
                granted,
                events.stands(PatentEventType.PLEDGED, PatentEventType.PLEDGE_RELEASED),
                events.happened(PatentEventType.LICENSED),
                end,
                Math.max(0, left),
                events);
    }

    /** A utility model or design is published at grant, so that a known one was granted; only a granted patent lapses. */
    private static boolean wasGranted(Patent patent, PatentEvents events) {
        return events.happened(PatentEventType.GRANTED)
                || events.happened(PatentEventType.FEE_LAPSED)
                || (patent.type() != PatentType.INVENTION && !events.happened(PatentEventType.WITHDRAWN));
    }

    private static Stage stage(boolean granted, PatentEvents events, double left) {
        if (events.happened(PatentEventType.INVALIDATED)) {
            return Stage.INVALIDATED;
        } else if (events.stands(PatentEventType.TRANSFERRED_OUT, PatentEventType.ACQUIRED)) {
            return Stage.TRANSFERRED_OUT;
        } else if (!granted && events.happened(PatentEventType.WITHDRAWN)) {
            return Stage.WITHDRAWN;
        } else if (events.stands(PatentEventType.FEE_LAPSED, PatentEventType.RESTORED)) {
            return Stage.LAPSED;
        } else if (left <= 0) {
            return Stage.EXPIRED;
        }
        return granted ? Stage.IN_FORCE : Stage.PENDING;
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

    /** In force or applied for, and the firm's. */
    public boolean alive() {
        return inForce() || stage == Stage.PENDING;
    }

    /** Whether an invalidation or an infringement suit is open. */
    public boolean disputed() {
        return events.stands(PatentEventType.DISPUTE_OPENED, PatentEventType.DISPUTE_CLOSED);
    }
}
