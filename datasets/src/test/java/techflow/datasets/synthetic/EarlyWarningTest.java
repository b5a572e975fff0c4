package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import techflow.features.signal.BankFlow;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

/**
 * What honest eyes can see before a default: each source tells something, none of them nearly all. Simple readings of
 * snapshots stand in for features here, because this module knows no model.
 */
class EarlyWarningTest {
    private static final YearMonth UNTIL = YearMonth.of(2026, 10);
    private static final int[] MONTHS_BACK = {12, 24, 36};
    private static final List<Look> LOOKS = looks();

    /** A firm seen on a day, and what came of it within twelve months. */
    private record Look(Snapshot snapshot, YearMonth month, double truePd, boolean bad) {}

    @Test
    void less_electricity_than_a_year_ago_warns() {
        double auc = auc(
                (look, bills) ->
                        ratio(electricity(bills, look.month(), 1, 12), electricity(bills, look.month(), 13, 24)),
                UtilityBill.class,
                SignalKind.UTILITY_BILL);

        assertThat(1 - auc).isBetween(0.56, 0.75);
    }

    @Test
    void fewer_insured_persons_than_a_year_ago_warn() {
        double auc = auc(
                (look, months) -> ratio(persons(months, look.month(), 2), persons(months, look.month(), 14)),
                ContributionMonth.class,
                SignalKind.CONTRIBUTION_MONTH);

        assertThat(1 - auc).isBetween(0.56, 0.78);
    }

    @Test
    void months_with_tax_overdue_warn() {
        double auc = auc(
                (look, months) -> OptionalDouble.of(months.stream()
                        .filter(tax -> tax.period().isAfter(look.month().minusMonths(13)))
                        .filter(tax -> tax.arrears().isPositive())
                        .count()),
                MonthlyTax.class,
                SignalKind.MONTHLY_TAX);

        assertThat(auc).isBetween(0.53, 0.72);
    }

    @Test
    void payments_that_came_back_warn() {
        double auc = auc(
                (look, flows) -> OptionalDouble.of(flows.stream()
                        .filter(flow -> flow.period().isAfter(look.month().minusMonths(13)))
                        .mapToInt(BankFlow::returnedPayments)
                        .sum()),
                BankFlow.class,
                SignalKind.BANK_FLOW);

        assertThat(auc).isBetween(0.55, 0.80);
    }

    @Test
    void the_number_of_patents_says_little_and_the_share_of_inventions_somewhat_more() {
        double count = auc((look, patents) -> OptionalDouble.of(patents.size()), Patent.class, SignalKind.PATENT);
        double share = auc(
                (look, patents) -> patents.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) patents.stream()
                                        .filter(patent -> patent.type() == PatentType.INVENTION)
                                        .count()
                                / patents.size()),
                Patent.class,
                SignalKind.PATENT);

        assertThat(count).isBetween(0.38, 0.55);
        assertThat(share).isBetween(0.36, 0.52);
    }

    @Test
    void the_hidden_state_sees_more_than_any_of_them() {
        RankedOutcomes outcomes = new RankedOutcomes();
        LOOKS.forEach(look -> outcomes.add(look.truePd(), look.bad()));

        assertThat(outcomes.auc()).isGreaterThan(0.78);
    }

    private static OptionalDouble electricity(List<UtilityBill> bills, YearMonth month, int from, int to) {
        double[] used = bills.stream()
                .filter(bill -> bill.utility() == Utility.ELECTRICITY)
                .filter(bill -> !bill.period().isAfter(month.minusMonths(from)))
                .filter(bill -> !bill.period().isBefore(month.minusMonths(to)))
                .mapToDouble(UtilityBill::quantity)
                .toArray();
        return used.length < 10 ? OptionalDouble.empty() : Arrays.stream(used).average();
    }

    private static OptionalDouble persons(List<ContributionMonth> months, YearMonth month, int back) {
        return months.stream()
                .filter(row -> row.scheme() == ContributionMonth.Scheme.SOCIAL_INSURANCE)
                .filter(row -> row.period().equals(month.minusMonths(back)))
                .mapToDouble(ContributionMonth::persons)
                .findFirst();
    }

    private static OptionalDouble ratio(OptionalDouble now, OptionalDouble before) {
        return now.isPresent() && before.isPresent() && before.getAsDouble() > 0
                ? OptionalDouble.of(now.getAsDouble() / before.getAsDouble())
                : OptionalDouble.empty();
    }

    /** AUC of a reading over all looks where the source tells something. */
    private static <S extends Signal> double auc(
            BiFunction<Look, List<S>, OptionalDouble> reading, Class<S> type, SignalKind kind) {
        RankedOutcomes outcomes = new RankedOutcomes();
        for (Look look : LOOKS) {
            List<S> signals = look.snapshot().signals(kind, type);
            if (!signals.isEmpty()) {
                reading.apply(look, signals).ifPresent(value -> outcomes.add(value, look.bad()));
            }
        }
        return outcomes.auc();
    }

    private static List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        new SyntheticEconomy(new EconomySettings(1_500, 7, UNTIL)).generate(firm -> {
            for (int back : MONTHS_BACK) {
                firm.truth().stream()
                        .filter(point -> point.month().equals(UNTIL.minusMonths(back)))
                        .forEach(point -> looks.add(look(firm, point)));
            }
        });
        return List.copyOf(looks);
    }

    private static Look look(SyntheticFirm firm, TruthPoint point) {
        AsOf asOf = AsOf.startOf(point.month().plusMonths(1).atDay(1));
        LocalDate end = point.month().plusMonths(12).atEndOfMonth();
        boolean bad = firm.defaultedOn().filter(day -> !day.isAfter(end)).isPresent();
        return new Look(Snapshot.cut(firm.id(), asOf, firm.signals()), point.month(), point.truePd(), bad);
    }
}
