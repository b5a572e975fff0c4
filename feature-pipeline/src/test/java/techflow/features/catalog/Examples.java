package techflow.features.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.Penalty;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.TechnologyField;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/** Short ways to write a signal of one firm, for examples computed by hand. */
final class Examples {
    static final EnterpriseId FIRM = EnterpriseId.placeholder("MA5T0001");

    private Examples() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** The value at the start of a day. */
    static FeatureValue value(String feature, String asOf, List<? extends Signal> history) {
        Snapshot snapshot = Snapshot.cut(FIRM, AsOf.startOf(day(asOf)), history);
        return StandardCatalog.catalog()
                .definition(new FeatureName(feature))
                .orElseThrow()
                .valueOn(snapshot);
    }

    static SignalHeader header(LocalDate occurredAt, int lagDays) {
        Instant known =
                occurredAt.plusDays(lagDays).atStartOfDay(SignalHeader.CHINA).toInstant();
        return new SignalHeader(FIRM, occurredAt, known, "TEST");
    }

    static EnterpriseProfile profile(EnterpriseId enterprise) {
        SignalHeader header =
                new SignalHeader(enterprise, day("2019-03-18"), Instant.parse("2019-04-01T00:00:00Z"), "SAMR");
        return new EnterpriseProfile(
                header, "示例", "C39", TechnologyField.NEW_MATERIALS, "44", day("2019-03-18"), Money.ofYuan(5e6));
    }

    static Patent patent(String number, PatentType type, String filed, Origin origin) {
        return new Patent(header(day(filed), 0), number, type, "H01L", 10, origin);
    }

    static PatentEvent event(String number, PatentEventType type, String day) {
        return new PatentEvent(header(day(day), 0), number, type);
    }

    static AnnualReport annual(int year, double revenue, double rdExpense) {
        return new AnnualReport(
                header(LocalDate.of(year, 12, 31), 120),
                year,
                Optional.of(Money.ofYuan(revenue)),
                Optional.of(Money.ofYuan(rdExpense)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    static MonthlyTax tax(YearMonth month, double sales, double payable, double arrears) {
        return new MonthlyTax(
                header(month.atEndOfMonth(), 15),
                month,
                Money.ofYuan(sales),
                Money.ofYuan(payable),
                Money.ofYuan(payable),
                Money.ofYuan(arrears),
                false);
    }

    /** Five invoices, or none when nothing was sold. */
    static MonthlyInvoices issued(YearMonth month, double amount) {
        Money money = Money.ofYuan(amount);
        return new MonthlyInvoices(
                header(month.atEndOfMonth(), 12),
                month,
                MonthlyInvoices.Direction.ISSUED,
                amount > 0 ? 5 : 0,
                money,
                Money.ZERO,
                0,
                0,
                Money.ZERO,
                amount > 0 ? 2 : 0,
                money,
                money);
    }

    static ContributionMonth insured(YearMonth month, int persons) {
        return new ContributionMonth(
                header(month.atEndOfMonth(), 20),
                ContributionMonth.Scheme.SOCIAL_INSURANCE,
                month,
                persons,
                Money.ofYuan(8000.0 * persons),
                Money.ofYuan(2000.0 * persons),
                Money.ofYuan(2000.0 * persons));
    }

    /** A bill due on a day; when it is paid, known from a day later than the payment. */
    static UtilityBill bill(
            String meter, YearMonth month, double quantity, String due, Optional<String> paid, int lagDays) {
        return new UtilityBill(
                header(month.atEndOfMonth(), lagDays),
                Utility.ELECTRICITY,
                meter,
                month,
                quantity,
                Money.ofYuan(100),
                day(due),
                paid.map(Examples::day));
    }

    static RegistryEvent registered(String reference, RegistryEventType type, String day) {
        return new RegistryEvent(header(day(day), 0), reference, type);
    }

    static Penalty penalty(String decided, int lagDays, String publicUntil, Penalty.Status status) {
        return new Penalty(
                header(day(decided), lagDays), "市监罚1号", "市场监督管理局", Money.ofYuan(5000), day(publicUntil), status);
    }

    static CourtRecord court(
            String caseNo, CourtRecord.Role role, double amount, CourtRecord.Status status, int lagDays) {
        return new CourtRecord(header(day("2026-01-10"), lagDays), caseNo, role, Money.ofYuan(amount), status);
    }
}
