package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static techflow.features.catalog.Examples.header;
import static techflow.features.catalog.Examples.issued;
import static techflow.features.catalog.Examples.profile;
import static techflow.features.catalog.Examples.tax;
import static techflow.features.catalog.Examples.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.BankFlow;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.Encumbrance;
import techflow.features.signal.Encumbrance.EncumbranceType;
import techflow.features.signal.EquityFinancing;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.MonthlyTax.TaxType;
import techflow.features.signal.Signal;
import techflow.features.signal.TaxRating;
import techflow.features.signal.TechnologyContract;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.PaymentMethod;
import techflow.features.signal.UtilityBill.Utility;

/** Bank flows, taxes by type, concentration, growth and what binds a firm, computed by hand. As of March 2026. */
class MoneyExamplesTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final String NOW = "2026-03-01";
    private static final YearMonth LAST = YearMonth.of(2026, 1);

    private static List<Signal> months(int count, Function<YearMonth, Signal> signal) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(back -> signal.apply(LAST.minusMonths(back)))
                .toList());
    }

    private static BankFlow flow(String account, YearMonth month, double in, double out, double end) {
        return new BankFlow(
                header(month.atEndOfMonth(), 3),
                account,
                month,
                Money.ofYuan(in),
                Money.ofYuan(out),
                5,
                5,
                3,
                Money.ofYuan(end),
                Money.ofYuan(300),
                1,
                Money.ofYuan(10),
                month.getMonthValue() == 10 ? Money.ZERO : Money.ofYuan(40));
    }

    @Test
    void the_accounts_of_a_firm_are_added_and_balances_are_told_in_months_of_outflow() {
        List<Signal> history = months(12, month -> flow("A", month, 100, 80, month.equals(LAST) ? 20 : 500));
        history.addAll(months(12, month -> flow("B", month, 60, 40, 40)));
        history.addAll(months(12, month -> tax(month, 200, 5, 0)));
        assertThat(number("bank_inflow_to_sales_12m", history)).isCloseTo(160.0 / 200, EXACT);
        assertThat(number("bank_average_balance_months", history)).isCloseTo(600.0 / 120, EXACT);
        assertThat(number("bank_lowest_balance_months", history)).isCloseTo(60.0 / 120, EXACT);
        assertThat(number("bank_returned_payments_12m", history)).isEqualTo(24);
        assertThat(number("bank_loan_repayment_share_12m", history)).isCloseTo(20.0 / 160, EXACT);
        assertThat(number("bank_payroll_months_share_12m", history)).isCloseTo(11.0 / 12, EXACT);
        assertThat(number("bank_inflow_volatility_12m", history)).isCloseTo(0, EXACT);
    }

    private static MonthlyTax taxed(YearMonth month, TaxType type, double sales, double payable) {
        Money owed = Money.ofYuan(payable);
        return new MonthlyTax(
                header(month.atEndOfMonth(), 15), month, Money.ofYuan(sales), owed, owed, Money.ZERO, false, type);
    }

    @Test
    void sales_are_read_from_the_return_that_declares_them_and_payments_from_all() {
        List<Signal> history = months(12, month -> taxed(month, TaxType.VAT, 1000, 30));
        for (int quarter = 0; quarter < 4; quarter++) {
            history.add(taxed(YearMonth.of(2025, 12).minusMonths(3L * quarter), TaxType.CORPORATE_INCOME, 0, 60));
        }
        assertThat(number("tax_sales_12m", history)).isEqualTo(12_000);
        assertThat(number("tax_zero_sales_months_12m", history)).isZero();
        assertThat(number("tax_burden_12m", history)).isCloseTo((12 * 30 + 4 * 60) / 12_000.0, EXACT);
        assertThat(number("tax_income_to_sales_12m", history)).isCloseTo(240 / 12_000.0, EXACT);
    }

    @Test
    void arrears_are_counted_back_in_a_row_over_months_that_are_not_known() {
        List<Signal> history = months(12, month -> tax(month, 100, 5, month.isAfter(LAST.minusMonths(4)) ? 3 : 0));
        assertThat(number("tax_arrears_streak_months", history)).isEqualTo(4);
        history.removeIf(
                signal -> signal.occurredAt().equals(LAST.minusMonths(1).atEndOfMonth()));
        assertThat(number("tax_arrears_streak_months", history)).isEqualTo(3);
    }

    @Test
    void a_downgrade_is_told_in_steps_and_a_level_without_points_is_not_disclosed() {
        List<Signal> history = List.of(
                new TaxRating(header(LocalDate.of(2024, 12, 31), 110), 2024, TaxRating.Level.B),
                new TaxRating(
                        header(LocalDate.of(2023, 12, 31), 110),
                        2023,
                        TaxRating.Level.A,
                        TaxRating.Rule.RULE_2014,
                        OptionalDouble.of(93)));
        assertThat(number("tax_level_change", history)).isEqualTo(-1);
        assertThat(value("tax_rating_score", NOW, history))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_DISCLOSED));
        assertThat(number("tax_rating_score", history.subList(1, 2))).isEqualTo(93);
    }

    @Test
    void a_repaired_rating_is_told_for_three_years_and_a_better_one_without_repair_is_not() {
        TaxRating repaired = new TaxRating(
                header(LocalDate.of(2023, 12, 31), 300),
                2023,
                TaxRating.Level.B,
                TaxRating.Rule.RULE_2014,
                OptionalDouble.empty(),
                Optional.of(TaxRating.Level.D));
        TaxRating plain = new TaxRating(header(LocalDate.of(2024, 12, 31), 110), 2024, TaxRating.Level.A);
        assertThat(number("tax_rating_repaired_36m", List.of(repaired, plain))).isEqualTo(1);
        assertThat(number("tax_rating_repaired_36m", List.of(plain))).isEqualTo(0);
        assertThat(value("tax_rating_repaired_36m", NOW, List.of()))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    private static MonthlyInvoices sold(
            YearMonth month, int buyers, double top, double five, Optional<Money> circular) {
        return new MonthlyInvoices(
                header(month.atEndOfMonth(), 12),
                month,
                MonthlyInvoices.Direction.ISSUED,
                20,
                Money.ofYuan(1000),
                Money.ofYuan(60),
                0,
                0,
                Money.ZERO,
                buyers,
                Money.ofYuan(top),
                Money.ofYuan(five),
                circular);
    }

    @Test
    void the_concentration_is_the_least_that_largest_five_largest_and_number_allow() {
        // shares .4, four of .1, and two of .1
        assertThat(number(
                        "invoice_buyer_concentration_12m",
                        months(12, month -> sold(month, 7, 400, 800, Optional.empty()))))
                .isCloseTo(0.16 + 4 * 0.01 + 2 * 0.01, EXACT);
        assertThat(number(
                        "invoice_buyer_concentration_12m",
                        months(12, month -> sold(month, 3, 500, 1000, Optional.empty()))))
                .isCloseTo(0.25 + 2 * 0.0625, EXACT);
        assertThat(number(
                        "invoice_buyer_concentration_12m",
                        months(12, month -> sold(month, 1, 1000, 1000, Optional.empty()))))
                .isEqualTo(1);
    }

    @Test
    void circles_are_a_share_of_the_months_in_which_the_source_looked() {
        List<Signal> history = months(
                12,
                month -> sold(
                        month,
                        5,
                        400,
                        1000,
                        month.getYear() == 2026 ? Optional.empty() : Optional.of(Money.ofYuan(250))));
        assertThat(number("circular_invoice_share", history)).isCloseTo(0.25, EXACT);
        assertThat(value("circular_invoice_share", NOW, months(12, month -> issued(month, 100))))
                .isEqualTo(FeatureValue.missing(MissingReason.NO_DATA));
    }

    private static UtilityBill power(YearMonth month, double quantity) {
        return new UtilityBill(
                header(month.atEndOfMonth(), 3),
                Utility.ELECTRICITY,
                "M",
                month,
                quantity,
                Money.ofYuan(100),
                month.plusMonths(1).atDay(25),
                Optional.of(month.plusMonths(1).atDay(20)),
                OptionalDouble.of(100),
                Optional.of(month.getMonthValue() % 2 == 0 ? PaymentMethod.DIRECT_DEBIT : PaymentMethod.TRANSFER));
    }

    @Test
    void sales_that_grow_without_power_open_a_gap_and_power_without_sales_does_not() {
        List<Signal> history = months(24, month -> issued(month, month.isBefore(YearMonth.of(2025, 2)) ? 100 : 180));
        history.addAll(months(24, month -> power(month, month.isBefore(YearMonth.of(2025, 2)) ? 100 : 90)));
        assertThat(number("electricity_sales_gap", history)).isCloseTo(0.8 + 0.1, EXACT);
        List<Signal> busy = months(24, month -> issued(month, 100));
        busy.addAll(months(24, month -> power(month, month.isBefore(YearMonth.of(2025, 2)) ? 100 : 150)));
        assertThat(number("electricity_sales_gap", busy)).isZero();
    }

    @Test
    void growth_far_from_the_moderate_band_is_far_on_both_sides() {
        assertThat(number("sales_growth_distance", growing(0.2))).isZero();
        assertThat(number("sales_growth_distance", growing(0.5))).isCloseTo(0.2, EXACT);
        assertThat(number("sales_growth_distance", growing(-0.2))).isCloseTo(0.2, EXACT);
        List<Signal> declared =
                months(24, month -> tax(month, month.isBefore(YearMonth.of(2025, 2)) ? 100 : 150, 5, 0));
        assertThat(number("sales_growth_distance", declared))
                .as("declared sales step in")
                .isCloseTo(0.2, EXACT);
    }

    private static List<Signal> growing(double rate) {
        return months(24, month -> issued(month, month.isBefore(YearMonth.of(2025, 2)) ? 100 : 100 * (1 + rate)));
    }

    @Test
    void capacity_is_used_by_the_hour_and_the_method_of_payment_is_a_share() {
        List<Signal> history = months(12, month -> power(month, 100 * 24 * month.lengthOfMonth() * 0.25));
        assertThat(number("electricity_capacity_use_3m", history)).isCloseTo(0.25, EXACT);
        assertThat(number("utility_direct_debit_share_12m", history)).isEqualTo(0.5);
        assertThat(number("utility_on_time_share_12m", history)).isEqualTo(1);
    }

    @Test
    void a_deferred_month_is_deferred_and_no_arrear() {
        List<Signal> history = months(
                12,
                month -> new ContributionMonth(
                        header(month.atEndOfMonth(), 20),
                        ContributionMonth.Scheme.SOCIAL_INSURANCE,
                        month,
                        10,
                        Money.ofYuan(80_000),
                        Money.ofYuan(20_000),
                        Money.ZERO,
                        Optional.of(month.getYear() == 2025)));
        assertThat(number("contributions_deferred_months_12m", history)).isEqualTo(11);
        assertThat(number("social_insurance_arrears_months_12m", history)).isEqualTo(1);
    }

    @Test
    void what_binds_is_measured_by_the_registered_capital_until_released_or_over() {
        List<Signal> history = new ArrayList<>(List.of(
                profile(Examples.FIRM),
                bound("1", EncumbranceType.EQUITY_PLEDGE, 1_000_000, Optional.empty()),
                bound("2", EncumbranceType.ACCOUNT_FREEZE, 500_000, Optional.of(LocalDate.of(2026, 3, 1)))));
        assertThat(number("encumbered_amount_to_capital", history)).isCloseTo(0.2, EXACT);
        assertThat(number("assets_frozen", history)).as("its term ended today").isZero();
        assertThat(((FeatureValue.Numeric) value("assets_frozen", "2026-02-28", history)).value())
                .isEqualTo(1);
    }

    private static Encumbrance bound(String reference, EncumbranceType type, double amount, Optional<LocalDate> until) {
        return new Encumbrance(
                header(LocalDate.of(2025, 3, 1), 2),
                reference,
                type,
                Money.ofYuan(amount),
                "某行",
                until,
                Encumbrance.Status.STANDING);
    }

    @Test
    void the_technology_part_of_what_was_sold_counts_and_a_cancelled_contract_does_not() {
        List<Signal> history = List.of(
                contract("1", TechnologyContract.ContractType.LICENCE, Optional.of(Money.ofYuan(300)), true),
                contract("2", TechnologyContract.ContractType.SERVICE, Optional.empty(), true),
                contract("3", TechnologyContract.ContractType.SERVICE, Optional.empty(), false));
        assertThat(number("technology_contracts_36m", history)).isEqualTo(1300);
        assertThat(number("technology_licence_income_36m", history)).isEqualTo(300);
    }

    private static TechnologyContract contract(
            String number, TechnologyContract.ContractType type, Optional<Money> technology, boolean stands) {
        return new TechnologyContract(
                header(LocalDate.of(2025, 3, 1), 20),
                number,
                type,
                TechnologyContract.Role.SELLER,
                Money.ofYuan(1000),
                technology,
                stands ? TechnologyContract.Status.REGISTERED : TechnologyContract.Status.CANCELLED);
    }

    @Test
    void money_raised_is_not_zero_when_its_amount_was_not_published() {
        EquityFinancing round = new EquityFinancing(
                header(LocalDate.of(2025, 1, 15), 20),
                "1",
                EquityFinancing.Round.A,
                Optional.empty(),
                Optional.empty(),
                EquityFinancing.InvestorType.GOVERNMENT_FUND);
        assertThat(number("months_since_equity_round", List.of(round))).isEqualTo(13);
        assertThat(value("equity_raised_36m", NOW, List.of(round)))
                .isEqualTo(FeatureValue.missing(MissingReason.NOT_DISCLOSED));
        assertThat(number("government_fund_backed", List.of(round))).isEqualTo(1);
    }

    private static double number(String feature, List<? extends Signal> history) {
        return ((FeatureValue.Numeric) value(feature, NOW, history)).value();
    }
}
