package techflow.features.signal;

import static techflow.features.signal.Column.count;
import static techflow.features.signal.Column.date;
import static techflow.features.signal.Column.flag;
import static techflow.features.signal.Column.money;
import static techflow.features.signal.Column.optional;
import static techflow.features.signal.Column.optionalCount;
import static techflow.features.signal.Column.optionalDate;
import static techflow.features.signal.Column.text;
import static techflow.features.signal.Column.word;

import java.util.EnumSet;
import java.util.Set;
import techflow.features.signal.PatentEvent.PatentEventType;

/** 技术: patents, software copyrights, technology contracts and certificates. */
final class TechnologyFormats {
    private static final Set<PatentEventType> WITH_AMOUNT = EnumSet.of(
            PatentEventType.PLEDGED,
            PatentEventType.LICENSED,
            PatentEventType.TRANSFERRED_OUT,
            PatentEventType.ACQUIRED);
    private static final Set<PatentEventType> WITH_FEE =
            EnumSet.of(PatentEventType.GRANTED, PatentEventType.FEE_PAID, PatentEventType.RESTORED);

    private TechnologyFormats() {}

    static SignalFormat patent() {
        var format = FormatBuilder.of(SignalKind.PATENT, Patent.class);
        var no = format.cell(
                text("application_no", "application number (申请号)", "CN202310000001.5"), Patent::applicationNo);
        var type = format.cell(word("type", Patent.PatentType.class, "type of patent"), Patent::type);
        var ipc = format.cell(text("ipc", "main international patent classification", "H01L"), Patent::ipc);
        var claims = format.cell(count("claims", "number of claims (权利要求项数), 0 for a design", "10"), Patent::claims);
        var origin = format.cell(word("origin", Patent.Origin.class, "filed by the firm or bought"), Patent::origin);
        var publication = format.cell(
                optional(text("publication_no", "publication number (公开号)", "CN116000001A")), Patent::publicationNo);
        var backward = format.cell(
                optionalCount("backward_citations", "earlier documents it cites (引证)", "7"), Patent::backwardCitations);
        var forward = format.cell(
                optionalCount("forward_citations", "later patents that cite it so far (被引)", "3"),
                Patent::forwardCitations);
        var offices = format.cell(
                optionalCount("family_offices", "patent offices abroad with a member of its family (同族)", "0"),
                Patent::familyOffices);
        var main = format.cell(
                optional(flag("main_business", "tied to the firm's main business (与主营业务相关)")), Patent::mainBusiness);
        return format.reads(row -> new Patent(
                row.header(),
                row.get(no),
                row.get(type),
                row.get(ipc),
                row.get(claims),
                row.get(origin),
                row.get(publication),
                row.get(backward),
                row.get(forward),
                row.get(offices),
                row.get(main)));
    }

    static SignalFormat patentEvent() {
        var format = FormatBuilder.of(SignalKind.PATENT_EVENT, PatentEvent.class);
        var no = format.cell(
                text("application_no", "application number of the patent", "CN202310000001.5"),
                PatentEvent::applicationNo);
        var type = format.cell(word("type", PatentEventType.class, "legal event"), PatentEvent::type);
        var counterparty = format.cell(
                optional(text("counterparty", "buyer, seller, pledgee, licensee or opponent", "")),
                PatentEvent::counterparty);
        var amount = format.cell(
                optional(money("amount", "debt pledged for, price of a transfer or licence fee, yuan", "")),
                PatentEvent::amount);
        var nextFee = format.cell(
                optionalDate("next_fee_due", "last day for the next annual fee (年费)", "2027-01-15"),
                PatentEvent::nextFeeDue);
        var licence = format.cell(
                optional(word("licence_type", PatentEvent.LicenceType.class, "how far a licence excludes others")
                        .withExample("")),
                PatentEvent::licenceType);
        return format.rule(
                        amount,
                        "must be empty unless type is PLEDGED, LICENSED, TRANSFERRED_OUT or ACQUIRED",
                        s -> s.amount().isEmpty() || WITH_AMOUNT.contains(s.type()))
                .rule(
                        nextFee,
                        "must be empty unless type is GRANTED, FEE_PAID or RESTORED",
                        s -> s.nextFeeDue().isEmpty() || WITH_FEE.contains(s.type()))
                .rule(
                        nextFee,
                        "must not lie before occurred_at",
                        s -> s.nextFeeDue().isEmpty() || !s.nextFeeDue().get().isBefore(s.occurredAt()))
                .rule(
                        licence,
                        "must be empty unless type is LICENSED",
                        s -> s.licenceType().isEmpty() || s.type() == PatentEventType.LICENSED)
                .reads(row -> new PatentEvent(
                        row.header(),
                        row.get(no),
                        row.get(type),
                        row.get(counterparty),
                        row.get(amount),
                        row.get(nextFee),
                        row.get(licence)));
    }

    static SignalFormat softwareCopyright() {
        var format = FormatBuilder.of(SignalKind.SOFTWARE_COPYRIGHT, SoftwareCopyright.class);
        var no = format.cell(
                text("registration_no", "registration number (登记号)", "2026SR0012345"),
                SoftwareCopyright::registrationNo);
        var title = format.cell(text("title", "full name of the software", "示例生产管理软件V1.0"), SoftwareCopyright::title);
        var completed = format.cell(
                date("completed_on", "day the work was completed (开发完成日期)", "2026-05-20"),
                SoftwareCopyright::completedOn);
        var origin = format.cell(
                word("origin", Patent.Origin.class, "registered by the firm or bought"), SoftwareCopyright::origin);
        return format.rule(
                        completed,
                        "must not lie after occurred_at",
                        s -> !s.completedOn().isAfter(s.occurredAt()))
                .reads(row -> new SoftwareCopyright(
                        row.header(), row.get(no), row.get(title), row.get(completed), row.get(origin)));
    }

    static SignalFormat technologyContract() {
        var format = FormatBuilder.of(SignalKind.TECHNOLOGY_CONTRACT, TechnologyContract.class);
        var no = format.cell(
                text("contract_no", "number in the register (合同登记编号)", "2026440100000123"),
                TechnologyContract::contractNo);
        var type = format.cell(
                word("type", TechnologyContract.ContractType.class, "subject of the contract"),
                TechnologyContract::type);
        var role = format.cell(
                word("role", TechnologyContract.Role.class, "the firm's side of it"), TechnologyContract::role);
        var amount = format.cell(
                money("amount", "value of the contract (合同成交额), yuan", "800000.00"), TechnologyContract::amount);
        var technology = format.cell(
                optional(money("technology_amount", "part that pays for technology (技术交易额), yuan", "640000.00")),
                TechnologyContract::technologyAmount);
        var status = format.cell(
                word("status", TechnologyContract.Status.class, "registered or cancelled"), TechnologyContract::status);
        return format.rule(
                        technology,
                        "must not be more than amount",
                        s -> FormatBuilder.isAtMost(s.technologyAmount(), s.amount()))
                .reads(row -> new TechnologyContract(
                        row.header(),
                        row.get(no),
                        row.get(type),
                        row.get(role),
                        row.get(amount),
                        row.get(technology),
                        row.get(status)));
    }

    static SignalFormat certificate() {
        var format = FormatBuilder.of(SignalKind.CERTIFICATE, Certificate.class);
        var type = format.cell(word("type", Certificate.CertificateType.class, "which certificate"), Certificate::type);
        var number = format.cell(text("number", "certificate number", "GR202544000001"), Certificate::number);
        var from = format.cell(date("valid_from", "first day of validity", "2025-11-28"), Certificate::validFrom);
        var until =
                format.cell(date("valid_until", "first day no longer valid", "2028-11-28"), Certificate::validUntil);
        return format.rule(
                        until, "must lie after valid_from", s -> s.validUntil().isAfter(s.validFrom()))
                .reads(row ->
                        new Certificate(row.header(), row.get(type), row.get(number), row.get(from), row.get(until)));
    }
}
