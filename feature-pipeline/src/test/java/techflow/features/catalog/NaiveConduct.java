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
import techflow.features.signal.TaxInspection;

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
        sanctions();
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
        boolean equity = false;
        boolean assets = false;
        double amount = 0;
        for (Encumbrance entry : all(Encumbrance.class)) {
            boolean ended = entry.status() == Encumbrance.Status.RELEASED
                    || (entry.until().isPresent()
                            && !today.isBefore(entry.until().get()));
            equity |= entry.type() == EncumbranceType.EQUITY_FREEZE && !ended;
            assets |= entry.type() == EncumbranceType.ACCOUNT_FREEZE && !ended;
            assets |= entry.type() == EncumbranceType.ASSET_PRESERVATION && !ended;
            amount += ended ? 0 : entry.amount().fen() / 100.0;
        }
        register("equity_frozen", Encumbrance.class, equity ? 1 : 0);
        register("assets_frozen", Encumbrance.class, assets ? 1 : 0);
        String name = "encumbered_amount_to_capital";
        if (amount == 0) {
            register(name, Encumbrance.class, 0);
        } else if (master().isEmpty()) {
            missing(name, UNDEFINED);
        } else {
            ratio(name, amount, master().get().registeredCapital().fen() / 100.0, 0, 10);
        }
    }

    private void sanctions() {
        double fines = 0;
        for (Penalty penalty : all(Penalty.class)) {
            boolean stands = penalty.status() == Penalty.Status.STANDING && today.isBefore(penalty.publicUntil());
            fines += stands ? penalty.fine().fen() / 100.0 : 0;
        }
        register("penalty_fines_standing", Penalty.class, fines);
        double open = 0;
        double found = 0;
        for (TaxInspection inspection : all(TaxInspection.class)) {
            LocalDate day = inspection.occurredAt();
            boolean recent = day.isBefore(today) && !day.isBefore(today.minusMonths(36));
            boolean guilty = inspection.finding() != TaxInspection.Finding.PENDING
                    && inspection.finding() != TaxInspection.Finding.NONE;
            open += inspection.status() == TaxInspection.Status.OPEN ? 1 : 0;
            found += recent && guilty ? 1 : 0;
        }
        register("tax_inspections_open", TaxInspection.class, open);
        register("tax_inspection_findings_36m", TaxInspection.class, found);
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
            sales = window(declaredSales(), 1, 12);
        }
        if (sales.size() < 6) {
            missing(name, UNDEFINED);
        } else {
            ratio(name, open, total(sales), 0, 10);
        }
    }
}
