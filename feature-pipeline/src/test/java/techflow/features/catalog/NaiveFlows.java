package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.Signal;
import techflow.features.signal.TaxRating;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.Utility;

/** The naive oracle for tax, invoices, employment and utilities. */
final class NaiveFlows extends NaiveReading {
    NaiveFlows(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        tax();
        invoices();
        employment();
        utilities();
        return answers;
    }

    private void tax() {
        TaxRating rating = null;
        for (TaxRating candidate : all(TaxRating.class)) {
            boolean recent = candidate.year() >= today.getYear() - 3;
            rating = recent && (rating == null || candidate.year() > rating.year()) ? candidate : rating;
        }
        if (rating == null) {
            missing("tax_level", all(TaxRating.class).isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            say("tax_level", 5 - "ABMCD".indexOf(rating.level().name()));
        }
        Map<YearMonth, Double> sales = declaredSales();
        Map<YearMonth, Double> arrears = tax(tax -> tax.arrears().fen() / 100.0);
        Map<YearMonth, Double> payable = tax(tax -> tax.payable().fen() / 100.0);
        year("tax_sales_12m", sales, NaiveReading::total);
        yearOnYear("tax_sales_growth_12m", sales, 6);
        year("tax_sales_volatility_12m", sales, NaiveReading::variation);
        year("tax_arrears_months_12m", arrears, NaiveReading::positive);
        year("tax_arrears_ratio", arrears, values -> {
            double owed = values.get(values.size() - 1);
            double mean = average(window(payable, 1, 12));
            return owed <= 0 ? 0 : mean <= 0 ? Double.NaN : Math.min(24, owed / mean);
        });
        year("tax_late_filings_12m", tax(tax -> tax.filedLate() ? 1 : 0), NaiveReading::positive);
        year("tax_zero_sales_months_12m", sales, values -> values.size() - positive(values));
        silence("tax_gap_months_12m", tax(tax -> 1));
    }

    private void invoices() {
        MonthlyInvoices.Direction out = MonthlyInvoices.Direction.ISSUED;
        MonthlyInvoices.Direction in = MonthlyInvoices.Direction.RECEIVED;
        Map<YearMonth, Double> sales = invoices(out, NaiveReading::net);
        Map<YearMonth, Double> purchases = invoices(in, NaiveReading::net);
        Map<YearMonth, Double> sold = invoices(out, row -> row.amount().fen() / 100.0);
        year("invoice_sales_12m", sales, NaiveReading::total);
        yearOnYear("invoice_sales_growth_12m", sales, 6);
        trend(sales);
        year("invoice_sales_volatility_12m", sales, NaiveReading::variation);
        silence("invoice_gap_months_12m", invoices(out, MonthlyInvoices::count));
        shareOfYear(
                "invoice_void_share_12m",
                invoices(out, MonthlyInvoices::voidCount),
                invoices(out, row -> row.count() + row.redCount() + row.voidCount()));
        shareOfYear(
                "invoice_red_share_12m", invoices(out, row -> row.redAmount().fen() / 100.0), sold);
        year("invoice_buyers_12m", invoices(out, MonthlyInvoices::counterparties), NaiveReading::average);
        shareOfYear(
                "invoice_top_buyer_share_12m",
                invoices(out, row -> row.topCounterpartyAmount().fen() / 100.0),
                sold);
        year("invoice_purchases_12m", purchases, NaiveReading::total);
        silence("invoice_purchase_gap_months_12m", invoices(in, MonthlyInvoices::count));
        shareOfYear(
                "invoice_received_void_share_12m",
                invoices(in, MonthlyInvoices::voidCount),
                invoices(in, row -> row.count() + row.redCount() + row.voidCount()));
        year("invoice_suppliers_12m", invoices(in, MonthlyInvoices::counterparties), NaiveReading::average);
        if (window(sales, 1, 12).size() < 6) {
            missing("invoice_purchase_to_sales_12m", sales.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else if (window(purchases, 1, 12).size() < 6) {
            missing("invoice_purchase_to_sales_12m", purchases.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            ratio("invoice_purchase_to_sales_12m", total(window(purchases, 1, 12)), total(window(sales, 1, 12)), 0, 10);
        }
        if (sales.isEmpty()) {
            missing("invoice_months_known", NO_DATA);
        } else {
            say("invoice_months_known", window(sales, 1, 36).size());
        }
    }

    private void shareOfYear(String name, Map<YearMonth, Double> parts, Map<YearMonth, Double> wholes) {
        year(name, parts, values -> {
            double whole = total(window(wholes, 1, 12));
            return whole <= 0 ? Double.NaN : Math.max(0, Math.min(1, total(values) / whole));
        });
    }

    /** Textbook least squares: slope = (n·Σxy − Σx·Σy) / (n·Σx² − (Σx)²). */
    private void trend(Map<YearMonth, Double> sales) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXy = 0;
        double sumXx = 0;
        for (int x = 0; x < 6; x++) {
            Double y = sales.get(YearMonth.from(today).minusMonths(7 - x));
            if (y != null) {
                n++;
                sumX += x;
                sumY += y;
                sumXy += x * y;
                sumXx += x * x;
            }
        }
        if (n < 4) {
            missing("invoice_sales_trend_6m", sales.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
            ratio("invoice_sales_trend_6m", slope, sumY / n, -1, 1);
        }
    }

    private void employment() {
        ContributionMonth.Scheme social = ContributionMonth.Scheme.SOCIAL_INSURANCE;
        ContributionMonth.Scheme housing = ContributionMonth.Scheme.HOUSING_FUND;
        ToDoubleFunction<ContributionMonth> unpaid =
                row -> Math.max(0, row.payable().fen() - row.paid().fen());
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
        year("electricity_volatility_12m", power, NaiveReading::variation);
        yearOnYear("electricity_growth_12m", power, 6);
        yearOnYear("water_growth_12m", use(Utility.WATER), 6);
        yearOnYear("gas_growth_12m", use(Utility.GAS), 6);
        yearOnYear("heat_growth_12m", use(Utility.HEAT), 3);
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
        payments();
    }

    private void payments() {
        int due = 0;
        int late = 0;
        int open = 0;
        long longest = 0;
        for (UtilityBill bill : all(UtilityBill.class)) {
            boolean paid = bill.paidOn().isPresent();
            long days = bill.dueOn().until(paid ? bill.paidOn().get() : today, ChronoUnit.DAYS);
            boolean isLate = days > (paid ? 0 : 15);
            open += !paid && isLate ? 1 : 0;
            if (bill.dueOn().isBefore(today) && !bill.dueOn().isBefore(today.minusMonths(12))) {
                due++;
                late += isLate ? 1 : 0;
                longest = isLate ? Math.max(longest, days) : longest;
            }
        }
        MissingReason reason = all(UtilityBill.class).isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY;
        if (due == 0) {
            missing("utility_late_payments_12m", reason);
            missing("utility_max_days_late_12m", reason);
        } else {
            say("utility_late_payments_12m", late);
            say("utility_max_days_late_12m", (double) longest);
        }
        if (reason == NO_DATA) {
            missing("utility_unpaid_overdue", NO_DATA);
        } else {
            say("utility_unpaid_overdue", open);
        }
    }
}
