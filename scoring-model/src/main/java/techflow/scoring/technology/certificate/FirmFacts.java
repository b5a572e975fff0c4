package techflow.scoring.technology.certificate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.EquityFinancing;
import techflow.features.signal.Money;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/**
 * What the rules ask of the yearly figures and the master data. The rated year (上年度) is the last calendar year before
 * the as-of day, or the one before it while the last year's figures are not known. Ratios are taken of whole fen and
 * persons, so that a firm exactly on a boundary is seen there.
 */
final class FirmFacts {
    private static final double ROUNDING = 1e12;

    private final Snapshot snapshot;
    private final Map<Integer, AnnualReport> reports = new HashMap<>();
    private final int ratedYear;

    FirmFacts(Snapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.signals(SignalKind.ANNUAL_REPORT, AnnualReport.class)
                .forEach(report -> reports.put(report.year(), report));
        int last = today().getYear() - 1;
        this.ratedYear = reports.containsKey(last) || !reports.containsKey(last - 1) ? last : last - 1;
    }

    LocalDate today() {
        return snapshot.asOf().date();
    }

    int ratedYear() {
        return ratedYear;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Optional<EnterpriseProfile> profile() {
        return snapshot.profile();
    }

    /** Whole years since registration. */
    Finding age() {
        return profile()
                .map(profile -> {
                    double years = ChronoUnit.YEARS.between(profile.establishedOn(), today());
                    return Finding.known(years, Figures.years(years));
                })
                .orElse(Finding.unknown(Extent.ANY_AMOUNT, Words.of("成立日期", "the day of registration")));
    }

    Finding capital() {
        return profile()
                .map(profile -> money(profile.registeredCapital()))
                .orElse(Finding.unknown(Extent.ANY_AMOUNT, Words.of("注册资本", "registered capital")));
    }

    /** An amount of the rated year. */
    Finding amount(Figure figure) {
        return figure(figure, ratedYear)
                .map(fen -> dated(money(new Money(fen)), ratedYear))
                .orElse(unknown(figure, ratedYear, Extent.ANYTHING));
    }

    Finding staff() {
        return figure(Figure.STAFF, ratedYear)
                .map(persons -> dated(Finding.known(persons, Figures.persons(persons)), ratedYear))
                .orElse(unknown(Figure.STAFF, ratedYear, Extent.ANY_AMOUNT));
    }

    Finding share(Figure part, Figure whole) {
        return share(part, whole, ratedYear);
    }

    /** One figure over another in a year; a share of nothing is not known. */
    Finding share(Figure part, Figure whole, int year) {
        Optional<Long> top = figure(part, year);
        Optional<Long> bottom = figure(whole, year);
        if (top.isEmpty() || bottom.isEmpty()) {
            return unknown(top.isEmpty() ? part : whole, year, Extent.ANYTHING);
        }
        if (bottom.get() <= 0) {
            return unknown(whole, year, Extent.ANYTHING);
        }
        double share = (double) top.get() / bottom.get();
        return dated(Finding.known(share, Figures.percent(share)), year);
    }

    /** One figure over another, both summed over the years from {@code from} to the rated year. */
    Finding shareSince(Figure part, Figure whole, int from) {
        long top = 0;
        long bottom = 0;
        for (int year = from; year <= ratedYear; year++) {
            Optional<Long> one = figure(part, year);
            Optional<Long> other = figure(whole, year);
            if (one.isEmpty() || other.isEmpty()) {
                return unknown(one.isEmpty() ? part : whole, year, Extent.ANYTHING);
            }
            top = Math.addExact(top, one.get());
            bottom = Math.addExact(bottom, other.get());
        }
        if (bottom <= 0) {
            return unknown(whole, ratedYear, Extent.ANYTHING);
        }
        double share = (double) top / bottom;
        Words text = Figures.percent(share);
        return Finding.known(
                share,
                Words.of(
                        text.chinese() + "（" + from + "–" + ratedYear + "年）",
                        text.english() + " (" + from + "–" + ratedYear + ")"));
    }

    /** Growth of a figure from the year before the rated one. */
    Finding growth(Figure figure) {
        Optional<Long> before = figure(figure, ratedYear - 1);
        Optional<Long> last = figure(figure, ratedYear);
        if (before.isEmpty() || last.isEmpty() || before.get() <= 0) {
            return unknown(figure, last.isEmpty() ? ratedYear : ratedYear - 1, Extent.ANYTHING);
        }
        double growth = (double) (last.get() - before.get()) / before.get();
        return dated(Finding.known(growth, Figures.percent(growth)), ratedYear);
    }

    /** Equity that institutions led in the last years; more may have been raised than is told. */
    Finding equityOfLast(int years) {
        LocalDate since = today().minusYears(years);
        long fen = snapshot.signals(SignalKind.EQUITY_FINANCING, EquityFinancing.class).stream()
                .filter(round -> !round.occurredAt().isBefore(since))
                .filter(round -> round.leadInvestor() != EquityFinancing.InvestorType.INDIVIDUAL)
                .flatMap(round -> round.amount().stream())
                .mapToLong(Money::fen)
                .sum();
        Words raised = Figures.money(fen / 100.0);
        return Finding.partly(
                Extent.atLeast(fen / 100.0),
                Words.of("已知" + raised.chinese(), "known: " + raised.english()),
                Words.of("合格机构投资者的实缴股权融资", "equity paid in by qualified investors"));
    }

    /**
     * Mean of the two yearly growths up to the rated year, as the guideline of 高新技术企业 takes it: a first year of zero
     * is left out, after a second year of zero there is no growth.
     */
    Finding meanGrowth(Figure figure) {
        Optional<Long> first = figure(figure, ratedYear - 2);
        Optional<Long> second = figure(figure, ratedYear - 1);
        Optional<Long> third = figure(figure, ratedYear);
        if (first.isEmpty() || second.isEmpty() || third.isEmpty() || first.get() < 0 || second.get() < 0) {
            return unknown(figure, ratedYear - 2, Extent.ANYTHING);
        }
        double growth = second.get() == 0
                ? -1
                : first.get() == 0
                        ? (double) (third.get() - second.get()) / second.get()
                        : ((double) second.get() / first.get() + (double) third.get() / second.get()) / 2 - 1;
        double rounded = Math.rint(growth * ROUNDING) / ROUNDING;
        return Finding.known(rounded, Figures.percent(rounded));
    }

    /** Yearly figures that a report may disclose; money in fen. */
    enum Figure {
        REVENUE("营业收入", "revenue"),
        RD_EXPENSE("研发费用", "R&D expense"),
        HIGH_TECH_REVENUE("高新技术产品收入", "high-tech revenue"),
        NET_ASSETS("净资产", "net assets"),
        LIABILITIES("负债总额", "total liabilities"),
        TOTAL_ASSETS("资产总额", "total assets"),
        MAIN_REVENUE("主营业务收入", "main business revenue"),
        TOTAL_COST("成本费用总额", "total costs and expenses"),
        RD_IN_CHINA("境内研发费用", "R&D expense in China"),
        STAFF("职工总数", "staff"),
        RD_STAFF("科技人员数", "R&D staff");

        private final String chinese;
        private final String english;

        Figure(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        private OptionalLong of(AnnualReport report) {
            return switch (this) {
                case REVENUE -> fen(report.revenue());
                case RD_EXPENSE -> fen(report.rdExpense());
                case HIGH_TECH_REVENUE -> fen(report.highTechRevenue());
                case NET_ASSETS -> fen(report.netAssets());
                case LIABILITIES -> fen(report.totalLiabilities());
                case TOTAL_ASSETS -> totalAssets(report);
                case MAIN_REVENUE -> fen(report.mainRevenue());
                case TOTAL_COST -> fen(report.totalCost());
                case RD_IN_CHINA -> fen(report.rdExpenseDomestic());
                case STAFF -> persons(report.staff());
                case RD_STAFF -> persons(report.rdStaff());
            };
        }
    }

    private static OptionalLong fen(Optional<Money> money) {
        return money.isPresent() ? OptionalLong.of(money.get().fen()) : OptionalLong.empty();
    }

    private static OptionalLong persons(OptionalInt count) {
        return count.isPresent() ? OptionalLong.of(count.getAsInt()) : OptionalLong.empty();
    }

    private static OptionalLong totalAssets(AnnualReport report) {
        if (report.totalAssets().isPresent()) {
            return fen(report.totalAssets());
        }
        return report.netAssets().isPresent() && report.totalLiabilities().isPresent()
                ? OptionalLong.of(report.netAssets()
                        .get()
                        .plus(report.totalLiabilities().get())
                        .fen())
                : OptionalLong.empty();
    }

    private Optional<Long> figure(Figure figure, int year) {
        return Optional.ofNullable(reports.get(year)).flatMap(report -> {
            OptionalLong value = figure.of(report);
            return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
        });
    }

    private static Finding unknown(Figure figure, int year, Extent extent) {
        return Finding.unknown(extent, Words.of(year + "年" + figure.chinese, figure.english + " of " + year));
    }

    private static Finding money(Money amount) {
        return Finding.known(amount.yuan(), Figures.money(amount.yuan()));
    }

    private static Finding dated(Finding finding, int year) {
        return new Finding(
                finding.value(),
                Words.of(
                        finding.text().chinese() + "（" + year + "年）",
                        finding.text().english() + " (" + year + ")"),
                finding.missing());
    }
}
