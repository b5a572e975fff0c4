package techflow.features.catalog;

import static techflow.features.definition.FeatureValue.MissingReason.NOT_DISCLOSED;
import static techflow.features.definition.FeatureValue.MissingReason.NOT_ENOUGH_HISTORY;
import static techflow.features.definition.FeatureValue.MissingReason.NO_DATA;
import static techflow.features.definition.FeatureValue.MissingReason.UNDEFINED;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Signal;
import techflow.features.signal.TaxRating;

/** The naive oracle for tax and invoices. */
final class NaiveFlows extends NaiveReading {
    NaiveFlows(Instant asOf, Collection<Signal> history) {
        super(asOf, history);
    }

    Map<String, FeatureValue> say() {
        tax();
        invoices();
        return answers;
    }

    private void tax() {
        rating();
        Map<YearMonth, Double> sales = declaredSales();
        Map<YearMonth, Double> arrears = tax(tax -> tax.arrears().fen() / 100.0);
        Map<YearMonth, Double> payable = tax(tax -> tax.payable().fen() / 100.0);
        year("tax_sales_12m", sales, NaiveReading::total);
        yearOnYear("tax_sales_growth_12m", sales, 6);
        year("tax_arrears_months_12m", arrears, NaiveReading::positive);
        year("tax_arrears_ratio", arrears, values -> {
            double owed = values.get(values.size() - 1);
            double mean = average(window(payable, 1, 12));
            return owed <= 0 ? 0 : mean <= 0 ? Double.NaN : Math.min(24, owed / mean);
        });
        year("tax_late_filings_12m", tax(tax -> tax.filedLate() ? 1 : 0), NaiveReading::positive);
        year("tax_zero_sales_months_12m", sales, values -> values.size() - positive(values));
        silence("tax_gap_months_12m", tax(tax -> 1));
        year("tax_arrears_streak_months", arrears, values -> {
            int streak = 0;
            while (streak < values.size() && values.get(values.size() - 1 - streak) > 0) {
                streak++;
            }
            return streak;
        });
        shareOfYear("tax_burden_12m", sales, tax(tax -> tax.paid().fen() / 100.0), sales);
        incomeTax(sales);
    }

    private void incomeTax(Map<YearMonth, Double> sales) {
        Map<YearMonth, Double> taxes = new TreeMap<>();
        for (MonthlyTax row : all(MonthlyTax.class)) {
            if (row.taxType() == MonthlyTax.TaxType.CORPORATE_INCOME) {
                add(taxes, row.period(), row.payable().fen() / 100.0);
            }
        }
        String name = "tax_income_to_sales_12m";
        if (window(taxes, 1, 12).size() < 3) {
            missing(name, taxes.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else if (window(sales, 1, 12).size() < 6) {
            missing(name, sales.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            ratio(name, total(window(taxes, 1, 12)), total(window(sales, 1, 12)), 0, 1);
        }
    }

    private void rating() {
        TaxRating last = null;
        TaxRating before = null;
        for (int year = today.getYear() - 3; year <= today.getYear() + 1; year++) {
            for (TaxRating candidate : all(TaxRating.class)) {
                if (candidate.year() == year) {
                    before = last;
                    last = candidate;
                }
            }
        }
        if (last == null) {
            for (String name :
                    List.of("tax_level", "tax_level_change", "tax_rating_score", "tax_rating_repaired_36m")) {
                missing(name, all(TaxRating.class).isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
            }
            return;
        }
        int repaired = 0;
        for (TaxRating candidate : all(TaxRating.class)) {
            boolean recent = candidate.year() > today.getYear() - 4;
            repaired = recent && candidate.repairedFrom().isPresent() ? 1 : repaired;
        }
        say("tax_rating_repaired_36m", repaired);
        int points = 5 - "ABMCD".indexOf(last.level().name());
        say("tax_level", points);
        if (before == null) {
            missing("tax_level_change", NOT_ENOUGH_HISTORY);
        } else {
            say("tax_level_change", points - 5 + "ABMCD".indexOf(before.level().name()));
        }
        if (last.score().isPresent()) {
            say("tax_rating_score", last.score().getAsDouble());
        } else {
            missing("tax_rating_score", NOT_DISCLOSED);
        }
    }

    private void invoices() {
        MonthlyInvoices.Direction out = MonthlyInvoices.Direction.ISSUED;
        MonthlyInvoices.Direction in = MonthlyInvoices.Direction.RECEIVED;
        Map<YearMonth, Double> sales = invoices(out, NaiveReading::net);
        Map<YearMonth, Double> purchases = invoices(in, NaiveReading::net);
        Map<YearMonth, Double> sold = invoices(out, row -> row.amount().fen() / 100.0);
        year("invoice_sales_12m", sales, NaiveReading::total);
        yearOnYear("invoice_sales_growth_12m", sales, 6);
        seasonalTrend(sales);
        year("invoice_sales_volatility_12m", sales, NaiveReading::variation);
        silence("invoice_gap_months_12m", invoices(out, MonthlyInvoices::count));
        shareOfYear(
                "invoice_void_share_12m",
                invoices(out, MonthlyInvoices::voidCount),
                invoices(out, row -> row.count() + row.redCount() + row.voidCount()));
        shareOfYear(
                "invoice_red_share_12m", invoices(out, row -> row.redAmount().fen() / 100.0), sold);
        redShareChange(invoices(out, row -> row.redAmount().fen() / 100.0), sold);
        shareOfYear(
                "invoice_buyer_concentration_12m",
                invoices(out, row -> row.amount().fen() / 100.0 * leastHerfindahl(row)),
                sold);
        year("invoice_buyers_12m", invoices(out, MonthlyInvoices::counterparties), NaiveReading::average);
        shareOfYear(
                "invoice_top_buyer_share_12m",
                invoices(out, row -> row.topCounterpartyAmount().fen() / 100.0),
                sold);
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

    /** Quotient of two sums over the year, in which at least 6 months of the first are known; in [0, 1]. */
    private void shareOfYear(String name, Map<YearMonth, Double> parts, Map<YearMonth, Double> wholes) {
        shareOfYear(name, parts, parts, wholes);
    }

    private void shareOfYear(
            String name, Map<YearMonth, Double> known, Map<YearMonth, Double> parts, Map<YearMonth, Double> wholes) {
        year(name, known, values -> {
            double whole = total(window(wholes, 1, 12));
            return whole <= 0 ? Double.NaN : Math.max(0, Math.min(1, total(window(parts, 1, 12)) / whole));
        });
    }

    private void redShareChange(Map<YearMonth, Double> red, Map<YearMonth, Double> sold) {
        String name = "invoice_red_share_change_6m";
        if (window(red, 7, 6).size() < 3 || window(red, 1, 6).size() < 3) {
            missing(name, red.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
            return;
        }
        double soldBefore = total(window(sold, 7, 6));
        double soldNow = total(window(sold, 1, 6));
        if (soldBefore <= 0 || soldNow <= 0) {
            missing(name, UNDEFINED);
        } else {
            say(
                    name,
                    Math.min(1, total(window(red, 1, 6)) / soldNow)
                            - Math.min(1, total(window(red, 7, 6)) / soldBefore));
        }
    }

    /** The least sum of squares: spread whatever is not told evenly over the buyers that are left. */
    private static double leastHerfindahl(MonthlyInvoices row) {
        double sold = row.amount().fen();
        if (sold <= 0) {
            return 0;
        }
        double top = Math.max(0, Math.min(1, row.topCounterpartyAmount().fen() / sold));
        double five = Math.max(top, Math.min(1, row.topFiveAmount().fen() / sold));
        if (row.counterparties() <= 1) {
            return 1;
        }
        double squares = top * top;
        for (int buyer = 2; buyer <= row.counterparties(); buyer++) {
            double share;
            if (row.counterparties() <= 5) {
                share = (1 - top) / (row.counterparties() - 1);
            } else {
                share = buyer <= 5 ? (five - top) / 4 : (1 - five) / (row.counterparties() - 5);
            }
            squares += share * share;
        }
        return Math.min(1, squares);
    }

    /** Textbook least squares: slope = (n·Σxy − Σx·Σy) / (n·Σx² − (Σx)²), through the ratios to the year before. */
    private void seasonalTrend(Map<YearMonth, Double> sales) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXy = 0;
        double sumXx = 0;
        for (int x = 0; x < 6; x++) {
            Double now = sales.get(YearMonth.from(today).minusMonths(7 - x));
            Double before = sales.get(YearMonth.from(today).minusMonths(19 - x));
            if (now != null && before != null && before > 0) {
                double y = Math.max(0, Math.min(5, now / before));
                n++;
                sumX += x;
                sumY += y;
                sumXy += x * y;
                sumXx += x * x;
            }
        }
        if (n < 4) {
            missing("invoice_seasonal_trend_6m", sales.isEmpty() ? NO_DATA : NOT_ENOUGH_HISTORY);
        } else {
            double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
            ratio("invoice_seasonal_trend_6m", slope, sumY / n, -1, 1);
        }
    }
}
