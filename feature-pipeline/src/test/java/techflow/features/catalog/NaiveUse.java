package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_DISCLOSED;
import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.Signal;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;

/** The naive oracle for employment and utilities. */
final class NaiveUse extends NaiveReading {
    NaiveUse(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        employment();
        utilities();
        return answers;
    }

    private void employment() {
        ContributionMonth.Scheme social = ContributionMonth.Scheme.SOCIAL_INSURANCE;
        ContributionMonth.Scheme housing = ContributionMonth.Scheme.HOUSING_FUND;
        ToDoubleFunction<ContributionMonth> unpaid = row -> row.deferred().orElse(false)
                ? 0
                : Math.max(0, row.payable().fen() - row.paid().fen());
        year("social_insurance_arrears_months_12m", contributions(social, unpaid), NaiveReading::positive);
        year("housing_fund_arrears_months_12m", contributions(housing, unpaid), NaiveReading::positive);
        Map<YearMonth, Double> persons = persons(social);
        Double now = latest(persons, 0, 6);
        if (now == null) {
            for (String name :
                    List.of("insured_persons", "insured_growth_12m", "insured_drop_3m", "wage_base_per_person")) {
                missing(name, persons.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
            }
        } else {
            say("insured_persons", now);
            earlier("insured_growth_12m", persons, 12, before -> (now - before) / before);
            earlier("insured_drop_3m", persons, 3, before -> Math.max(0, (before - now) / before));
            List<Double> bases = window(contributions(social, row -> row.base().fen() / 100.0), 0, 6);
            ratio("wage_base_per_person", bases.get(bases.size() - 1), now, 0, Double.MAX_VALUE);
        }
        coverage(now, persons, persons(housing));
        deferral();
        declaredStaff(now, persons);
    }

    private void earlier(String name, Map<YearMonth, Double> persons, int months, ToDoubleFunction<Double> change) {
        YearMonth latest = YearMonth.from(today).minusMonths(1);
        while (!persons.containsKey(latest)) {
            latest = latest.minusMonths(1);
        }
        Double before = persons.get(latest.minusMonths(months));
        if (before == null) {
            missing(name, NOT_ENOUGH_HISTORY);
        } else if (before == 0) {
            missing(name, UNDEFINED);
        } else {
            say(name, Math.min(10, change.applyAsDouble(before)));
        }
    }

    private void coverage(@Nullable Double insured, Map<YearMonth, Double> social, Map<YearMonth, Double> housing) {
        Double funded = latest(housing, 0, 6);
        if (funded == null) {
            missing("housing_fund_coverage", housing.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else if (insured == null) {
            missing("housing_fund_coverage", social.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            ratio("housing_fund_coverage", funded, insured, 0, 1);
        }
    }

    private Map<YearMonth, Double> use(Utility utility) {
        Map<YearMonth, Double> months = new TreeMap<>();
        List<UtilityBill> byMeter = all(UtilityBill.class);
        byMeter.sort((one, other) -> one.meterNo().compareTo(other.meterNo()));
        for (UtilityBill bill : byMeter) {
            if (bill.utility() == utility) {
                add(months, bill.period(), bill.quantity());
            }
        }
        return months;
    }

    private void utilities() {
        Map<YearMonth, Double> power = use(Utility.ELECTRICITY);
        year("electricity_use_12m", power, NaiveReading::total);
        yearOnYear("electricity_growth_12m", power, 6);
        yearOnYear("water_growth_12m", use(Utility.WATER), 6);
        yearOnYear("gas_growth_12m", use(Utility.GAS), 6);
        double peak = window(power, 1, 12).stream().mapToDouble(v -> v).max().orElse(0);
        year("utility_shutdown_months_12m", power, values -> {
            int down = 0;
            for (double value : values) {
                down += value == 0 || value < 0.1 * peak ? 1 : 0;
            }
            return down;
        });
        List<Double> quarter = window(power, 1, 3);
        year(
                "electricity_utilisation_3m",
                power,
                values -> peak <= 0 ? Double.NaN : Math.min(1, average(quarter) / peak));
        if (window(power, 1, 12).size() >= 6 && quarter.isEmpty()) {
            missing("electricity_utilisation_3m", NOT_ENOUGH_HISTORY);
        }
        capacityUse();
        payments();
    }

    private void capacityUse() {
        Map<YearMonth, Double> used = new TreeMap<>();
        Map<YearMonth, Double> possible = new TreeMap<>();
        for (UtilityBill bill : all(UtilityBill.class)) {
            double kva = bill.contractedKva().orElse(0);
            if (bill.utility() == Utility.ELECTRICITY && kva > 0) {
                add(used, bill.period(), bill.quantity());
                add(possible, bill.period(), kva * 24 * bill.period().lengthOfMonth());
            }
        }
        if (window(used, 1, 3).isEmpty()) {
            missing("electricity_capacity_use_3m", used.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            ratio("electricity_capacity_use_3m", total(window(used, 1, 3)), total(window(possible, 1, 3)), 0, 1);
        }
    }

    private void deferral() {
        Map<YearMonth, Double> told = new TreeMap<>();
        for (ContributionMonth row : all(ContributionMonth.class)) {
            if (row.deferred().isPresent()) {
                add(told, row.period(), row.deferred().get() ? 1 : 0);
            }
        }
        year("contributions_deferred_months_12m", told, NaiveReading::positive);
    }

    private void declaredStaff(@Nullable Double insured, Map<YearMonth, Double> persons) {
        String name = "insured_to_declared_staff";
        if (insured == null) {
            missing(name, persons.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
            return;
        }
        boolean anyRecent = false;
        for (int year = today.getYear() - 1; year >= today.getYear() - 3; year--) {
            for (AnnualReport report : all(AnnualReport.class)) {
                anyRecent |= report.year() == year;
                if (report.year() == year && report.staff().isPresent()) {
                    ratio(name, insured, report.staff().getAsInt(), 0, 2);
                    return;
                }
            }
        }
        MissingReason older = all(AnnualReport.class).isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY;
        missing(name, anyRecent ? NOT_DISCLOSED : older);
    }

    private long daysLate(UtilityBill bill) {
        boolean paid = bill.paidOn().isPresent();
        long days = bill.dueOn().until(paid ? bill.paidOn().get() : today, ChronoUnit.DAYS);
        return days > (paid ? 0 : 15) ? days : 0;
    }

    private void payments() {
        List<Double> late = new ArrayList<>();
        double told = 0;
        double debited = 0;
        int open = 0;
        for (UtilityBill bill : all(UtilityBill.class)) {
            open += bill.paidOn().isEmpty() && daysLate(bill) > 0 ? 1 : 0;
            if (bill.dueOn().isBefore(today) && !bill.dueOn().isBefore(today.minusMonths(12))) {
                late.add((double) daysLate(bill));
                boolean method =
                        bill.paidOn().isPresent() && bill.paymentMethod().isPresent();
                told += method ? 1 : 0;
                debited += method && bill.paymentMethod().get() == UtilityBill.PaymentMethod.DIRECT_DEBIT ? 1 : 0;
            }
        }
        MissingReason reason = all(UtilityBill.class).isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY;
        if (late.isEmpty()) {
            missing("utility_on_time_share_12m", reason);
            missing("utility_mean_days_late_12m", reason);
            missing("utility_max_days_late_12m", reason);
            missing("utility_direct_debit_share_12m", reason);
        } else {
            say("utility_on_time_share_12m", (late.size() - (double) positive(late)) / late.size());
            say("utility_mean_days_late_12m", average(late));
            say("utility_max_days_late_12m", Collections.max(late));
            ratio("utility_direct_debit_share_12m", debited, told, 0, 1);
        }
        if (reason == NO_DATA) {
            missing("utility_unpaid_overdue", NO_DATA);
        } else {
            say("utility_unpaid_overdue", open);
        }
    }
}
