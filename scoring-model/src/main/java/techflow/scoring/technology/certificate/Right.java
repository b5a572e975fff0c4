package techflow.scoring.technology.certificate;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.aggregate.PatentLife;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.SignalHeader;

/**
 * A patent in force with the days that the rules ask about.
 *
 * @param life the patent
 * @param last the last day of each kind of event
 */
record Right(PatentLife life, Map<PatentEventType, LocalDate> last) {
    static Right of(PatentLife life, List<PatentEvent> events) {
        Map<PatentEventType, LocalDate> last = new EnumMap<>(PatentEventType.class);
        events.stream()
                .filter(event -> event.applicationNo().equals(life.patent().applicationNo()))
                .forEach(event -> last.put(event.type(), event.occurredAt()));
        return new Right(life, last);
    }

    boolean isInvention() {
        return life.patent().type() == PatentType.INVENTION;
    }

    boolean isOwn() {
        return life.original();
    }

    /** A dispute was opened and not closed since. */
    boolean isDisputed() {
        Optional<LocalDate> opened = day(PatentEventType.DISPUTE_OPENED);
        Optional<LocalDate> closed = day(PatentEventType.DISPUTE_CLOSED);
        return opened.isPresent() && (closed.isEmpty() || closed.get().isBefore(opened.get()));
    }

    boolean isAwarded() {
        return last.containsKey(PatentEventType.AWARDED);
    }

    /** Whether it is the firm's own or was taken over at least so long ago; open when the day is not told. */
    Answer heldSince(LocalDate limit) {
        if (isOwn()) {
            return Answer.MET;
        }
        return day(PatentEventType.ACQUIRED)
                .map(day -> Answer.of(!day.isAfter(limit)))
                .orElse(Answer.OPEN);
    }

    /** A utility model or design becomes known when it is granted, so that its grant is not later than that day. */
    Answer grantedBefore(LocalDate limit) {
        Optional<LocalDate> told = day(PatentEventType.GRANTED);
        if (told.isPresent()) {
            return Answer.of(told.get().isBefore(limit));
        }
        LocalDate known = LocalDate.ofInstant(life.patent().knownAt(), SignalHeader.CHINA);
        if (!isInvention() && known.isBefore(limit)) {
            return Answer.MET;
        }
        return life.patent().filedOn().isBefore(limit) ? Answer.OPEN : Answer.NOT_MET;
    }

    private Optional<LocalDate> day(PatentEventType type) {
        return Optional.ofNullable(last.get(type));
    }
}
