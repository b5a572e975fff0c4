package techflow.scoring.technology.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.Certificate;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.EquityFinancing;
import techflow.features.signal.Money;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SoftwareCopyright;
import techflow.features.signal.TechnologyField;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/** A synthetic firm of which only what a test says is known, as of 2026-11-01. */
final class TestFirm {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    static final EnterpriseId ID = EnterpriseId.placeholder("CERT0001");

    private final List<Signal> signals = new ArrayList<>();

    /** Nothing is known. */
    static TestFirm unknown() {
        return new TestFirm();
    }

    /** Registered on a day with a capital in yuan. */
    static TestFirm registered(LocalDate day, double capital) {
        TestFirm firm = new TestFirm();
        firm.signals.add(new EnterpriseProfile(
                header(day), "合成企业", "C39", TechnologyField.ELECTRONIC_INFORMATION, "33", day, Money.ofYuan(capital)));
        return firm;
    }

    static TestFirm registered() {
        return registered(LocalDate.of(2015, 5, 4), 8_000_000);
    }

    /** What one year's report discloses: nothing but what the operator sets. */
    TestFirm report(int year, UnaryOperator<Report> what) {
        signals.add(what.apply(new Report()).signal(year));
        return this;
    }

    TestFirm patents(PatentType type, int count) {
        return patents(type, count, Origin.ORIGINAL, LocalDate.of(2020, 3, 2));
    }

    /** Granted one year after the filing. */
    TestFirm patents(PatentType type, int count, Origin origin, LocalDate filed) {
        for (int i = 0; i < count; i++) {
            String number = type + "-" + origin + "-" + filed + "-" + i;
            signals.add(new Patent(header(filed), number, type, "H01L", 8, origin));
            signals.add(new PatentEvent(header(filed.plusYears(1)), number, PatentEventType.GRANTED));
        }
        return this;
    }

    /** An event of the first patent of a type. */
    TestFirm event(PatentType type, PatentEventType event, LocalDate day) {
        signals.add(new PatentEvent(
                header(day), type + "-" + Origin.ORIGINAL + "-" + LocalDate.of(2020, 3, 2) + "-0", event));
        return this;
    }

    TestFirm holds(CertificateType type, LocalDate from, LocalDate until) {
        signals.add(new Certificate(header(from), type, "GR2024", from, until));
        return this;
    }

    TestFirm software(int count) {
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.of(2022, 5, 5);
            signals.add(new SoftwareCopyright(header(day), "2022SR" + i, "软件" + i, day, Origin.ORIGINAL));
        }
        return this;
    }

    TestFirm round(double amount, EquityFinancing.InvestorType lead, LocalDate day) {
        signals.add(new EquityFinancing(
                header(day),
                "R" + signals.size(),
                EquityFinancing.Round.A,
                Optional.of(Money.ofYuan(amount)),
                Optional.empty(),
                lead));
        return this;
    }

    TestFirm register(RegistryEventType event, LocalDate day) {
        signals.add(new RegistryEvent(header(day), "E" + signals.size(), event));
        return this;
    }

    Snapshot snapshot() {
        return Snapshot.cut(ID, AsOf.startOf(TODAY), signals);
    }

    CertificateAssessment assess(CertificateRule rule) {
        return new CertificateRules(CertificateSettings.general())
                .assess(snapshot()).stream()
                        .filter(one -> one.rule() == rule)
                        .findFirst()
                        .orElseThrow();
    }

    Item item(CertificateRule rule, String code) {
        return assess(rule).items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Requirement requirement(CertificateRule rule, String code) {
        return assess(rule).requirements().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static SignalHeader header(LocalDate day) {
        return new SignalHeader(ID, day, day.atStartOfDay(SignalHeader.CHINA).toInstant(), "test");
    }

    /** A report; amounts in yuan. */
    static final class Report {
        private Optional<Money> revenue = Optional.empty();
        private Optional<Money> rd = Optional.empty();
        private Optional<Money> highTech = Optional.empty();
        private Optional<Money> netAssets = Optional.empty();
        private Optional<Money> liabilities = Optional.empty();
        private Optional<Money> mainRevenue = Optional.empty();
        private Optional<Money> costs = Optional.empty();
        private Optional<Money> inChina = Optional.empty();
        private OptionalInt staff = OptionalInt.empty();
        private OptionalInt rdStaff = OptionalInt.empty();

        Report revenue(double yuan) {
            revenue = Optional.of(Money.ofYuan(yuan));
            return this;
        }

        Report rd(double yuan) {
            rd = Optional.of(Money.ofYuan(yuan));
            return this;
        }

        Report highTech(double yuan) {
            highTech = Optional.of(Money.ofYuan(yuan));
            return this;
        }

        Report balance(double assets, double owed) {
            netAssets = Optional.of(Money.ofYuan(assets - owed));
            liabilities = Optional.of(Money.ofYuan(owed));
            return this;
        }

        Report mainRevenue(double yuan) {
            mainRevenue = Optional.of(Money.ofYuan(yuan));
            return this;
        }

        Report costs(double yuan) {
            costs = Optional.of(Money.ofYuan(yuan));
            return this;
        }

        Report inChina(double yuan) {
            inChina = Optional.of(Money.ofYuan(yuan));
            return this;
        }

        Report staff(int all, int inResearch) {
            staff = OptionalInt.of(all);
            rdStaff = OptionalInt.of(inResearch);
            return this;
        }

        private AnnualReport signal(int year) {
            return new AnnualReport(
                    header(LocalDate.of(year, 12, 31)),
                    year,
                    revenue,
                    rd,
                    highTech,
                    Optional.empty(),
                    Optional.empty(),
                    netAssets,
                    liabilities,
                    staff,
                    rdStaff,
                    mainRevenue,
                    costs,
                    inChina,
                    Optional.empty(),
                    OptionalInt.empty());
        }
    }
}
