package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import techflow.datasets.synthetic.Gaming.Trick;
import techflow.features.signal.BankFlow;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyInvoices.Direction;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.MonthlyTax.TaxType;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.TaxInspection;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;

/** What makes the data hard in the way real data is: corrections, late arrivals, odd shapes, and firms that dress up. */
class CorrectionsAndGamingTest {
    private static final List<SyntheticFirm> FIRMS = firms();

    private static List<SyntheticFirm> firms() {
        List<SyntheticFirm> firms = new ArrayList<>();
        new SyntheticEconomy(new EconomySettings(600, 11, YearMonth.of(2026, 10))).generate(firms::add);
        return firms;
    }

    @Test
    void a_small_share_of_months_is_restated_with_other_figures() {
        assertThat(restatedShare(MonthlyTax.class, tax -> tax.declaredSales().fen() + "|" + tax.payable()))
                .isBetween(0.005, 0.04);
        assertThat(restatedShare(MonthlyInvoices.class, MonthlyInvoices::amount))
                .isBetween(0.005, 0.04);
        assertThat(restatedShare(ContributionMonth.class, ContributionMonth::persons))
                .isBetween(0.003, 0.04);
    }

    private static <S extends Signal> double restatedShare(Class<S> type, Function<S, ?> figure) {
        Map<String, Set<Object>> figures = new HashMap<>();
        of(type).forEach(row -> figures.computeIfAbsent(row.enterprise() + row.naturalKey(), key -> new HashSet<>())
                .add(figure.apply(row)));
        return figures.values().stream().filter(found -> found.size() > 1).count() / (double) figures.size();
    }

    @Test
    void a_small_share_of_months_arrives_late() {
        assertThat(lateShare(MonthlyTax.class)).isBetween(0.005, 0.05);
        assertThat(lateShare(MonthlyInvoices.class)).isBetween(0.005, 0.05);
        assertThat(lateShare(ContributionMonth.class)).isBetween(0.005, 0.05);
    }

    /** First versions that became known more than 75 days after their month. */
    private static <S extends Signal> double lateShare(Class<S> type) {
        Map<String, Long> first = new HashMap<>();
        of(type).forEach(row -> first.merge(
                row.enterprise() + row.naturalKey(),
                ChronoUnit.DAYS.between(row.occurredAt(), LocalDate.ofInstant(row.knownAt(), SignalHeader.CHINA)),
                Math::min));
        return first.values().stream().filter(days -> days > 75).count() / (double) first.size();
    }

    @Test
    void a_firm_files_one_total_or_each_tax_and_never_both() {
        Map<String, Set<TaxType>> types = of(MonthlyTax.class)
                .collect(Collectors.groupingBy(
                        row -> row.enterprise().code(),
                        Collectors.mapping(
                                MonthlyTax::taxType, Collectors.toCollection(() -> EnumSet.noneOf(TaxType.class)))));

        assertThat(types.values())
                .allMatch(found -> found.equals(EnumSet.of(TaxType.ALL)) || !found.contains(TaxType.ALL));
        assertThat(types.values()).filteredOn(found -> found.size() > 2).hasSizeBetween(60, 180);
    }

    @Test
    void some_firms_have_two_electricity_meters_or_two_accounts() {
        assertThat(firmsWithTwo(
                        UtilityBill.class,
                        bill -> bill.utility() == Utility.ELECTRICITY ? bill.meterNo() : "not electricity"))
                .isBetween(20L, 120L);
        assertThat(firmsWithTwo(BankFlow.class, BankFlow::accountToken)).isBetween(20L, 120L);
    }

    private static <S extends Signal> long firmsWithTwo(Class<S> type, Function<S, String> account) {
        return FIRMS.stream()
                .filter(firm -> of(firm, type)
                                .map(account)
                                .filter(no -> !no.startsWith("not"))
                                .distinct()
                                .count()
                        == 2)
                .count();
    }

    @Test
    void a_few_firms_play_each_trick() {
        for (Trick trick : Trick.values()) {
            assertThat(gamers(trick)).as(trick.toString()).hasSizeBetween(6, 70);
        }
    }

    @Test
    void circling_invoices_show_in_the_circular_amount_and_in_electricity_that_does_not_follow() {
        double circling = 0;
        double honest = 0;
        double use = 0;
        int compared = 0;
        for (SyntheticFirm firm : gamers(Trick.CIRCULAR_INVOICES)) {
            Set<YearMonth> months = monthsOf(firm, Trick.CIRCULAR_INVOICES);
            double inside = meanCircularShare(firm, months, true);
            double outside = meanCircularShare(firm, months, false);
            double ratio = perYuan(firm, months, true) / perYuan(firm, months, false);
            if (Double.isFinite(inside + outside + ratio) && months.size() >= 6) {
                circling += inside;
                honest += outside;
                use += ratio;
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(8);
        assertThat(circling / compared).isGreaterThan(0.2);
        assertThat(honest / compared).isLessThan(0.08);
        assertThat(use / compared)
                .as("kWh per invoiced yuan against other months")
                .isLessThan(0.85);
    }

    private static double meanCircularShare(SyntheticFirm firm, Set<YearMonth> months, boolean inside) {
        return of(firm, MonthlyInvoices.class)
                .filter(row -> row.direction() == Direction.ISSUED && months.contains(row.period()) == inside)
                .filter(row -> row.amount().isPositive())
                .mapToDouble(row ->
                        row.circularAmount().orElseThrow().yuan() / row.amount().yuan())
                .average()
                .orElse(Double.NaN);
    }

    private static double perYuan(SyntheticFirm firm, Set<YearMonth> months, boolean inside) {
        double used = of(firm, UtilityBill.class)
                .filter(bill -> bill.utility() == Utility.ELECTRICITY && months.contains(bill.period()) == inside)
                .mapToDouble(UtilityBill::quantity)
                .average()
                .orElse(Double.NaN);
        double sold = of(firm, MonthlyInvoices.class)
                .filter(row -> row.direction() == Direction.ISSUED && months.contains(row.period()) == inside)
                .mapToDouble(row -> row.amount().yuan())
                .average()
                .orElse(Double.NaN);
        return used / sold;
    }

    @Test
    void a_burst_is_many_utility_models_of_few_claims_filed_in_one_month() {
        List<Long> bursts = gamers(Trick.PATENT_BURST).stream()
                .filter(firm -> firm.coverage().get(Source.PATENTS) == Coverage.DISCLOSED)
                .map(firm -> of(firm, Patent.class)
                        .filter(patent -> patent.type() == Patent.PatentType.UTILITY_MODEL && patent.claims() <= 3)
                        .collect(Collectors.groupingBy(
                                patent -> YearMonth.from(patent.filedOn()), Collectors.counting()))
                        .values()
                        .stream()
                        .max(Long::compare)
                        .orElse(0L))
                .toList();

        // Not all: some fail or are looked at before the patents are published.
        assertThat(bursts).filteredOn(largest -> largest >= 8).hasSizeGreaterThan(bursts.size() / 2);
    }

    @Test
    void patents_bought_before_a_certificate_come_with_their_purchase() {
        List<SyntheticFirm> buyers = gamers(Trick.BOUGHT_PATENTS).stream()
                .filter(firm -> firm.coverage().get(Source.PATENTS) == Coverage.DISCLOSED)
                .filter(firm -> monthsOf(firm, Trick.BOUGHT_PATENTS).size() > 3)
                .toList();

        assertThat(buyers).isNotEmpty().allSatisfy(firm -> {
            Set<String> bought = of(firm, PatentEvent.class)
                    .filter(event -> event.type() == PatentEvent.PatentEventType.ACQUIRED)
                    .map(PatentEvent::applicationNo)
                    .collect(Collectors.toSet());
            assertThat(bought).hasSizeGreaterThanOrEqualTo(3);
            assertThat(of(firm, Patent.class).filter(patent -> bought.contains(patent.applicationNo())))
                    .allMatch(patent -> patent.origin() == Origin.ACQUIRED);
        });
    }

    @Test
    void inspections_find_evasion_more_often_where_invoices_circle() {
        assertThat(evasionShare(gamers(Trick.CIRCULAR_INVOICES))).isGreaterThan(2 * evasionShare(FIRMS));
    }

    private static double evasionShare(List<SyntheticFirm> firms) {
        return firms.stream()
                        .filter(firm -> of(firm, TaxInspection.class)
                                .anyMatch(row -> row.finding() == TaxInspection.Finding.EVASION))
                        .count()
                / (double) firms.size();
    }

    private static List<SyntheticFirm> gamers(Trick trick) {
        return FIRMS.stream().filter(firm -> !monthsOf(firm, trick).isEmpty()).toList();
    }

    private static Set<YearMonth> monthsOf(SyntheticFirm firm, Trick trick) {
        return firm.truth().stream()
                .filter(point -> point.gaming().contains(trick))
                .map(TruthPoint::month)
                .collect(Collectors.toSet());
    }

    private static <S extends Signal> java.util.stream.Stream<S> of(Class<S> type) {
        return FIRMS.stream().flatMap(firm -> of(firm, type));
    }

    private static <S extends Signal> java.util.stream.Stream<S> of(SyntheticFirm firm, Class<S> type) {
        return firm.signals().stream().filter(type::isInstance).map(type::cast);
    }
}
