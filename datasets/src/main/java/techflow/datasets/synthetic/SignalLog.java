package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;

/**
 * Collects the signals of one firm and enforces two cuts: nothing that became known after the delivery day, and from
 * ordinary emitters nothing that happened on or after the day of default. So an emitter never asks whether the firm
 * will default.
 */
final class SignalLog {
    private final Firm firm;
    private final LocalDate quietFrom;
    private final List<Signal> signals = new ArrayList<>();

    SignalLog(Firm firm) {
        this.firm = firm;
        this.quietFrom = firm.defaultedOn().orElse(firm.calendar().deliveredOn().plusDays(1));
    }

    SignalHeader header(LocalDate occurredOn, LocalDate publishedOn, Source source) {
        LocalDate published = publishedOn.isBefore(occurredOn) ? occurredOn : publishedOn;
        return new SignalHeader(firm.id(), occurredOn, WorldCalendar.published(published), source.system());
    }

    /** Adds a signal of the firm's ordinary life. */
    void add(Signal signal) {
        if (isOrdinary(signal.occurredAt())) {
            keep(signal);
        }
    }

    /** Adds a later version of a signal because of something that the firm did on that day, if it still could. */
    void restate(Signal signal, LocalDate because) {
        if (isOrdinary(because)) {
            add(signal);
        }
    }

    /** Adds a signal of the time after default. */
    void aftermath(Signal signal) {
        if (!isOrdinary(signal.occurredAt())) {
            keep(signal);
        }
    }

    private boolean isOrdinary(LocalDate day) {
        return day.isBefore(quietFrom);
    }

    private void keep(Signal signal) {
        LocalDate delivered = firm.calendar().deliveredOn();
        boolean happened = !signal.occurredAt().isAfter(firm.calendar().until().atEndOfMonth());
        if (happened && !signal.knownAt().isAfter(WorldCalendar.published(delivered))) {
            signals.add(signal);
        }
    }

    /** What was kept, by the instant it became known, then as emitted. */
    List<Signal> sorted() {
        signals.sort(Comparator.comparing(Signal::knownAt));
        return signals;
    }
}
