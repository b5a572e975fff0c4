package techflow.features.aggregate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/**
 * The legal events known of one patent: the last one of each type, and the latest day for an annual fee that any of them
 * told. Not changed after it was read.
 */
public final class PatentEvents {
    private static final PatentEvents NONE = new PatentEvents();

    private final Map<PatentEventType, PatentEvent> last = new EnumMap<>(PatentEventType.class);
    private final List<LocalDate> feeDays = new ArrayList<>(0);

    private PatentEvents() {}

    /** The events by application number; the snapshot's order of days makes the last put the latest. */
    static Map<String, PatentEvents> byApplication(Snapshot snapshot) {
        Map<String, PatentEvents> events = new HashMap<>();
        for (PatentEvent event : snapshot.signals(SignalKind.PATENT_EVENT, PatentEvent.class)) {
            events.computeIfAbsent(event.applicationNo(), no -> new PatentEvents())
                    .add(event);
        }
        return events;
    }

    static PatentEvents none() {
        return NONE;
    }

    private void add(PatentEvent event) {
        last.put(event.type(), event);
        event.nextFeeDue().ifPresent(feeDays::add);
    }

    /** Whether it ever happened. */
    public boolean happened(PatentEventType type) {
        return last.containsKey(type);
    }

    /** The last event of a type. */
    public Optional<PatentEvent> last(PatentEventType type) {
        return Optional.ofNullable(last.get(type));
    }

    /** Whether the last beginning was not followed by an end; an end on the same day counts as after it. */
    public boolean stands(PatentEventType beginning, PatentEventType end) {
        PatentEvent began = last.get(beginning);
        PatentEvent ended = last.get(end);
        return began != null && (ended == null || ended.occurredAt().isBefore(began.occurredAt()));
    }

    /** Last day for the next annual fee without a surcharge: the latest that any event told, empty when none did. */
    public Optional<LocalDate> nextFeeDue() {
        return feeDays.stream().max(Comparator.naturalOrder());
    }
}
