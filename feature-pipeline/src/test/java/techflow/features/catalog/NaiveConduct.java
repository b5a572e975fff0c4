package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.Encumbrance;
import techflow.features.signal.Encumbrance.EncumbranceType;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.Penalty;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.Signal;

/** The naive oracle for penalties, registers and courts. */
final class NaiveConduct extends NaiveReading {
    NaiveConduct(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        conduct();
        return answers;
    }

    private void register(String name, Class<? extends Signal> register, double value) {
        if (all(register).isEmpty() && master().isEmpty()) {
            missing(name, NO_DATA);
        } else {
            say(name, value);
        }
    }

    private void conduct() {
        double standing = 0;
        for (Penalty penalty : all(Penalty.class)) {
            standing += penalty.status() == Penalty.Status.STANDING && today.isBefore(penalty.publicUntil()) ? 1 : 0;
        }
        register("penalties_standing", Penalty.class, standing);
        listed("abnormal_listed", RegistryEventType.ABNORMAL_LISTED, RegistryEventType.ABNORMAL_REMOVED);
        listed("serious_listed", RegistryEventType.SERIOUS_LISTED, RegistryEventType.SERIOUS_REMOVED);
        encumbrances();
        events(
                "legal_representative_changes_12m",
                e -> e.type() == RegistryEventType.LEGAL_REPRESENTATIVE_CHANGED && within(e, 12));
        boolean closed = all(RegistryEvent.class).stream()
                .anyMatch(event -> event.type() == RegistryEventType.DEREGISTERED
                        || event.type() == RegistryEventType.LICENCE_REVOKED);
        register("registry_closed", RegistryEvent.class, closed ? 1 : 0);
        cases("defendant_cases_open", CourtRecord.Role.DEFENDANT);
        cases("enforced_cases_open", CourtRecord.Role.ENFORCED);
        cases("dishonest_cases_open", CourtRecord.Role.DISHONEST);
        courtAmount();
    }

    private void encumbrances() {
        double pledges = 0;
        boolean frozen = false;
        for (Encumbrance entry : all(Encumbrance.class)) {
            LocalDate day = entry.occurredAt();
            boolean recent = day.isBefore(today) && !day.isBefore(today.minusMonths(36));
            pledges += entry.type() == EncumbranceType.EQUITY_PLEDGE && recent ? 1 : 0;
            boolean ended = entry.status() == Encumbrance.Status.RELEASED
                    || (entry.until().isPresent()
                            && !today.isBefore(entry.until().get()));
            frozen |= entry.type() == EncumbranceType.EQUITY_FREEZE && !ended;
        }
        register("equity_pledges_36m", Encumbrance.class, pledges);
        register("equity_frozen", Encumbrance.class, frozen ? 1 : 0);
    }

    private boolean within(RegistryEvent event, int months) {
        return event.occurredAt().isBefore(today) && !event.occurredAt().isBefore(today.minusMonths(months));
    }

    private void events(String name, Predicate<RegistryEvent> test) {
        register(name, RegistryEvent.class, (double)
                all(RegistryEvent.class).stream().filter(test).count());
    }

    private void listed(String name, RegistryEventType on, RegistryEventType off) {
        boolean stands = false;
        for (RegistryEvent start : all(RegistryEvent.class)) {
            if (start.type() == on) {
                boolean ended = all(RegistryEvent.class).stream()
                        .anyMatch(end -> end.type() == off && !end.occurredAt().isBefore(start.occurredAt()));
                stands |= !ended;
            }
        }
        register(name, RegistryEvent.class, stands ? 1 : 0);
    }

    private void cases(String name, CourtRecord.Role role) {
        register(name, CourtRecord.class, (double) all(CourtRecord.class).stream()
                .filter(record -> record.role() == role && record.status() == CourtRecord.Status.OPEN)
                .count());
    }

    private void courtAmount() {
        Set<String> numbers = new HashSet<>();
        double open = 0;
        for (CourtRecord record : all(CourtRecord.class)) {
            numbers.add(record.caseNo());
        }
        for (String number : numbers) {
            double largest = 0;
            for (CourtRecord record : all(CourtRecord.class)) {
                boolean against = record.role() != CourtRecord.Role.PLAINTIFF;
                if (record.caseNo().equals(number) && against && record.status() == CourtRecord.Status.OPEN) {
                    largest = Math.max(largest, record.amount().fen() / 100.0);
                }
            }
            open += largest;
        }
        String name = "court_amount_open_to_sales";
        if (open == 0) {
            register(name, CourtRecord.class, 0);
            return;
        }
        List<Double> sales = window(invoices(MonthlyInvoices.Direction.ISSUED, NaiveReading::net), 1, 12);
        if (sales.size() < 6) {
            sales = window(tax(tax -> tax.declaredSales().fen() / 100.0), 1, 12);
        }
        if (sales.size() < 6) {
            missing(name, UNDEFINED);
        } else {
            ratio(name, open, total(sales), 0, 10);
        }
    }
}
