package techflow.api.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.Certificate;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.CourtRecord;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.InnovationAssessment;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Patent;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.TaxRating;
import techflow.features.signal.TechnologyField;
import techflow.features.signal.UtilityBill;

/** Four synthetic firms whose histories end in September 2026: sound, weak, hardly known, dishonest. */
public final class TestFirms {
    /** Grows, files patents, pays. */
    public static final EnterpriseId SOUND = EnterpriseId.placeholder("TEAT0001");
    /** Shrinks, in arrears, sued. */
    public static final EnterpriseId WEAK = EnterpriseId.placeholder("TEAT0002");
    /** Only registered. */
    public static final EnterpriseId THIN = EnterpriseId.placeholder("TEAT0003");
    /** Like the sound one, but a dishonest judgment debtor. */
    public static final EnterpriseId DISHONEST = EnterpriseId.placeholder("TEAT0004");
    /** Nobody. */
    public static final EnterpriseId UNKNOWN = EnterpriseId.placeholder("TEAT0099");

    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 33;

    private TestFirms() {}

    /** All signals of all firms. */
    public static List<Signal> all() {
        return Stream.of(
                        history(SOUND, "晨星半导体（合成）有限公司", 1),
                        history(WEAK, "远山新材料（合成）有限公司", 0),
                        List.<Signal>of(profile(THIN, "初芽软件（合成）有限公司")),
                        history(DISHONEST, "旧港精密（合成）有限公司", 1),
                        List.<Signal>of(court(DISHONEST, CourtRecord.Role.DISHONEST)),
                        List.<Signal>of(court(WEAK, CourtRecord.Role.DEFENDANT)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Signal> history(EnterpriseId firm, String name, int quality) {
        List<Signal> signals = new ArrayList<>(List.of(profile(firm, name)));
        yearly(firm, quality, signals);
        patents(firm, quality, signals);
        for (int i = 0; i < MONTHS; i++) {
            monthly(firm, FIRST.plusMonths(i), i, quality, signals);
        }
        return signals;
    }

    private static EnterpriseProfile profile(EnterpriseId firm, String name) {
        return new EnterpriseProfile(
                header(firm, LocalDate.of(2023, 1, 10), 1, "SAMR"),
                name,
                "C39",
                TechnologyField.ELECTRONIC_INFORMATION,
                "44",
                LocalDate.of(2017, 3, 1),
                Money.ofYuan(8_000_000));
    }

    private static CourtRecord court(EnterpriseId firm, CourtRecord.Role role) {
        return new CourtRecord(
                header(firm, LocalDate.of(2026, 6, 3), 9, "COURT"),
                "(2026)示0101民初123号",
                role,
                Money.ofYuan(260_000),
                CourtRecord.Status.OPEN);
    }

    private static void yearly(EnterpriseId firm, int quality, List<Signal> signals) {
        for (int year = 2021; year <= 2025; year++) {
            double revenue = 20_000_000 * (1 + (quality == 1 ? 0.2 : -0.1) * (year - 2021));
            LocalDate end = LocalDate.of(year, 12, 31);
            signals.add(new AnnualReport(
                    header(firm, end, 150, "MOST"),
                    year,
                    Optional.of(Money.ofYuan(revenue)),
                    Optional.of(Money.ofYuan(revenue * (quality == 1 ? 0.12 : 0.02 * (1 + year % 3)))),
                    Optional.of(Money.ofYuan(revenue * (quality == 1 ? 0.7 : 0.3))),
                    Optional.empty(),
                    Optional.of(Money.ofYuan(revenue * (quality == 1 ? 0.08 : -0.03))),
                    Optional.of(Money.ofYuan(12_000_000)),
                    Optional.of(Money.ofYuan(quality == 1 ? 9_000_000 : 30_000_000)),
                    OptionalInt.of(60),
                    OptionalInt.of(quality == 1 ? 24 : 5)));
            signals.add(new TaxRating(
                    header(firm, LocalDate.of(year + 1, 4, 20), 5, "STA"),
                    year,
                    quality == 1 ? TaxRating.Level.A : TaxRating.Level.C));
        }
        signals.add(new InnovationIndicators(
                header(firm, LocalDate.of(2025, 12, 31), 160, "MOST"),
                2025,
                Map.of(
                        InnovationIndicator.RD_EXPENSE,
                        2_400_000.0,
                        InnovationIndicator.RD_TO_REVENUE,
                        quality == 1 ? 0.12 : 0.02,
                        InnovationIndicator.REVENUE,
                        20_000_000.0,
                        InnovationIndicator.RD_STAFF_SHARE,
                        quality == 1 ? 0.4 : 0.08),
                OptionalDouble.empty()));
        if (quality == 1) {
            signals.add(new InnovationAssessment(
                    header(firm, LocalDate.of(2025, 12, 31), 170, "MOST"),
                    2025,
                    InnovationAssessment.Frame.NATIONAL_2025,
                    "示例高新区",
                    OptionalDouble.of(101),
                    130,
                    OptionalDouble.of(40),
                    OptionalDouble.of(30),
                    OptionalDouble.of(21),
                    OptionalDouble.of(10)));
        }
        signals.add(new Certificate(
                header(firm, LocalDate.of(2024, 11, 28), 20, "MOST"),
                Certificate.CertificateType.HIGH_TECH_ENTERPRISE,
                "GR202444000001",
                LocalDate.of(2024, 11, 28),
                LocalDate.of(2027, 11, 28)));
        if (quality == 0) {
            signals.add(new RegistryEvent(
                    header(firm, LocalDate.of(2026, 7, 2), 2, "SAMR"),
                    "YC2026-0042",
                    RegistryEvent.RegistryEventType.ABNORMAL_LISTED));
        }
    }

    private static void patents(EnterpriseId firm, int quality, List<Signal> signals) {
        for (int i = 0; i < (quality == 1 ? 14 : 3); i++) {
            String number = "2020" + (10_000 + i);
            LocalDate filed = LocalDate.of(2019, 1, 15).plusMonths(6L * i);
            Patent.PatentType type = i % 3 == 0 ? Patent.PatentType.UTILITY_MODEL : Patent.PatentType.INVENTION;
            signals.add(
                    new Patent(header(firm, filed, 540, "CNIPA"), number, type, "H01L", 8 + i, Patent.Origin.ORIGINAL));
            LocalDate granted = filed.plusDays(700);
            if (granted.isBefore(LocalDate.of(2026, 8, 1))) {
                signals.add(new PatentEvent(
                        header(firm, granted, 3, "CNIPA"), number, PatentEvent.PatentEventType.GRANTED));
            }
        }
    }

    private static void monthly(EnterpriseId firm, YearMonth month, int i, int quality, List<Signal> signals) {
        double sales = 1_800_000 * (1 + (quality == 1 ? 0.01 : -0.015) * i) * (1 + 0.05 * (i % 4));
        LocalDate end = month.atEndOfMonth();
        boolean arrears = quality == 0 && i % 5 == 0;
        signals.add(new MonthlyTax(
                header(firm, end, 20, "STA"),
                month,
                Money.ofYuan(sales),
                Money.ofYuan(sales * 0.05),
                Money.ofYuan(arrears ? 0 : sales * 0.05),
                Money.ofYuan(arrears ? sales * 0.05 : 0),
                arrears));
        for (MonthlyInvoices.Direction direction : MonthlyInvoices.Direction.values()) {
            signals.add(new MonthlyInvoices(
                    header(firm, end, 12, "STA"),
                    month,
                    direction,
                    40 + i,
                    Money.ofYuan(sales),
                    Money.ofYuan(sales * 0.13),
                    quality == 1 ? 1 : 6,
                    1,
                    Money.ofYuan(8_000),
                    quality == 1 ? 16 : 4,
                    Money.ofYuan(sales * (quality == 1 ? 0.22 : 0.7)),
                    Money.ofYuan(sales * 0.8)));
        }
        for (ContributionMonth.Scheme scheme : ContributionMonth.Scheme.values()) {
            Money owed = Money.ofYuan(90_000);
            signals.add(new ContributionMonth(
                    header(firm, end, 22, "HRSS"),
                    scheme,
                    month,
                    quality == 1 ? 50 + i / 3 : 50 - i / 2,
                    Money.ofYuan(420_000),
                    owed,
                    arrears ? Money.ZERO : owed));
        }
        signals.add(new UtilityBill(
                header(firm, end, 8, "GRID"),
                UtilityBill.Utility.ELECTRICITY,
                "0301",
                month,
                18_000 + 100.0 * i * (quality == 1 ? 1 : -1),
                Money.ofYuan(12_000),
                end.plusDays(20),
                Optional.of(end.plusDays(8))));
    }

    private static SignalHeader header(EnterpriseId firm, LocalDate day, int lagDays, String source) {
        return new SignalHeader(
                firm, day, day.atStartOfDay(SignalHeader.CHINA).toInstant().plus(Duration.ofDays(lagDays)), source);
    }
}
