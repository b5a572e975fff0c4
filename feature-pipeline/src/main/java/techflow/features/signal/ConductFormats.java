package techflow.features.signal;

import static techflow.features.signal.Column.date;
import static techflow.features.signal.Column.money;
import static techflow.features.signal.Column.optionalDate;
import static techflow.features.signal.Column.text;
import static techflow.features.signal.Column.word;

/** 合规与司法: registers, penalties, courts and what binds equity and assets. */
final class ConductFormats {
    private ConductFormats() {}

    static SignalFormat registryEvent() {
        var format = FormatBuilder.of(SignalKind.REGISTRY_EVENT, RegistryEvent.class);
        var reference = format.cell(text("reference", "number of the entry", "SC2026-0042"), RegistryEvent::reference);
        var type =
                format.cell(word("type", RegistryEvent.RegistryEventType.class, "what happened"), RegistryEvent::type);
        return format.reads(row -> new RegistryEvent(row.header(), row.get(reference), row.get(type)));
    }

    static SignalFormat penalty() {
        var format = FormatBuilder.of(SignalKind.PENALTY, Penalty.class);
        var decision = format.cell(text("decision_no", "number of the decision", "市监罚〔2026〕15号"), Penalty::decisionNo);
        var authority = format.cell(text("authority", "who decided", "市场监督管理局"), Penalty::authority);
        var fine = format.cell(money("fine", "fine, yuan, 0 for a warning", "5000.00"), Penalty::fine);
        var publicUntil =
                format.cell(date("public_until", "first day it may not be shown", "2029-05-01"), Penalty::publicUntil);
        var status =
                format.cell(word("status", Penalty.Status.class, "standing, repaired or withdrawn"), Penalty::status);
        return format.rule(
                        publicUntil,
                        "must lie after occurred_at while status is STANDING",
                        s -> s.status() != Penalty.Status.STANDING
                                || s.publicUntil().isAfter(s.occurredAt()))
                .reads(row -> new Penalty(
                        row.header(),
                        row.get(decision),
                        row.get(authority),
                        row.get(fine),
                        row.get(publicUntil),
                        row.get(status)));
    }

    static SignalFormat courtRecord() {
        var format = FormatBuilder.of(SignalKind.COURT_RECORD, CourtRecord.class);
        var caseNo = format.cell(text("case_no", "case number (案号)", "(2026)示0101民初123号"), CourtRecord::caseNo);
        var role = format.cell(word("role", CourtRecord.Role.class, "the enterprise's part"), CourtRecord::role);
        var amount = format.cell(
                money("amount", "amount at stake, yuan, 0 when not stated", "260000.00"), CourtRecord::amount);
        var status = format.cell(word("status", CourtRecord.Status.class, "open or closed"), CourtRecord::status);
        return format.reads(
                row -> new CourtRecord(row.header(), row.get(caseNo), row.get(role), row.get(amount), row.get(status)));
    }

    static SignalFormat encumbrance() {
        var format = FormatBuilder.of(SignalKind.ENCUMBRANCE, Encumbrance.class);
        var reference = format.cell(
                text("reference", "number of the entry", "(440100)股质登字[2026]第0042号"), Encumbrance::reference);
        var type = format.cell(
                word("type", Encumbrance.EncumbranceType.class, "what is bound, and how"), Encumbrance::type);
        var amount = format.cell(
                money("amount", "debt secured or value bound, yuan, 0 when not stated", "3000000.00"),
                Encumbrance::amount);
        var party = format.cell(text("party", "pledgee, mortgagee or court", "示例银行"), Encumbrance::party);
        var until = format.cell(
                optionalDate("until", "first day it binds no longer, empty without a term", "2029-03-01"),
                Encumbrance::until);
        var status = format.cell(word("status", Encumbrance.Status.class, "standing or released"), Encumbrance::status);
        return format.rule(
                        until,
                        "must lie after occurred_at",
                        s -> s.until().isEmpty() || s.until().get().isAfter(s.occurredAt()))
                .reads(row -> new Encumbrance(
                        row.header(),
                        row.get(reference),
                        row.get(type),
                        row.get(amount),
                        row.get(party),
                        row.get(until),
                        row.get(status)));
    }
}
