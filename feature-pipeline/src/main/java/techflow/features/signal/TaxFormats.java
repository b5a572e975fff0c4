package techflow.features.signal;

import static techflow.features.signal.Column.count;
import static techflow.features.signal.Column.flag;
import static techflow.features.signal.Column.money;
import static techflow.features.signal.Column.month;
import static techflow.features.signal.Column.optional;
import static techflow.features.signal.Column.optionalQuantity;
import static techflow.features.signal.Column.text;
import static techflow.features.signal.Column.word;
import static techflow.features.signal.Column.year;

import java.time.Instant;
import techflow.features.signal.TaxInspection.Finding;
import techflow.features.signal.TaxRating.Level;
import techflow.features.signal.TaxRating.Rule;

/** 税务: ratings, returns, inspections and invoices. */
final class TaxFormats {
    /** STA Announcement 2025 No. 12 came into force on 2025-07-01. */
    private static final Instant NEW_RULE = Instant.parse("2025-06-30T16:00:00Z");

    private static final double MOST_POINTS = 100;

    private TaxFormats() {}

    static SignalFormat taxRating() {
        var format = FormatBuilder.of(SignalKind.TAX_RATING, TaxRating.class);
        var year = format.cell(year("year", "calendar year rated"), TaxRating::year);
        var level = format.cell(word("level", Level.class, "tax credit level"), TaxRating::level);
        var rule = format.cell(
                word("rule", Rule.class, "rule rated under: of 2014, or STA Announcement 2025 No. 12")
                        .withExample("STA_2025_12"),
                TaxRating::rule);
        var score = format.cell(
                optionalQuantity("score", "points of the rating, 0 to 100, empty when judged directly", "93.5"),
                TaxRating::score);
        var repairedFrom = format.cell(
                optional(word("repaired_from", Level.class, "level before its repair (信用修复), empty when not repaired")
                        .withExample("")),
                TaxRating::repairedFrom);
        return format.yearBegunByItsDay(year)
                .rule(
                        level,
                        "must agree with score: A from 90, B and M from 70, C from 40",
                        s -> s.score().orElse(MOST_POINTS) >= least(s.level()))
                .rule(
                        rule,
                        "must not be STA_2025_12 when known before 2025-07-01, its first day",
                        s -> s.rule() != Rule.STA_2025_12 || !s.knownAt().isBefore(NEW_RULE))
                .rule(
                        rule,
                        "must be STA_2025_12 for a year from 2026 on",
                        s -> s.rule() == Rule.STA_2025_12 || s.year() <= 2025)
                .rule(score, "must not be more than 100", s -> s.score().orElse(0) <= MOST_POINTS)
                .rule(
                        repairedFrom,
                        "must be a worse level than level: a repair never lowers it",
                        s -> s.repairedFrom().isEmpty()
                                || s.repairedFrom().get().compareTo(s.level()) > 0)
                .reads(row -> new TaxRating(
                        row.header(),
                        row.get(year),
                        row.get(level),
                        row.get(rule),
                        row.get(score),
                        row.get(repairedFrom)));
    }

    /** Fewest points of a level. A firm may be rated lower than its points, never higher. */
    private static double least(Level level) {
        return switch (level) {
            case A -> 90;
            case B, M -> 70;
            case C -> 40;
            case D -> 0;
        };
    }

    static SignalFormat monthlyTax() {
        var format = FormatBuilder.of(SignalKind.MONTHLY_TAX, MonthlyTax.class);
        var period = format.cell(month("period", "month declared"), MonthlyTax::period);
        var sales = format.cell(
                money("declared_sales", "taxable sales declared, yuan, 0 unless tax_type is VAT or ALL", "2600000.00"),
                MonthlyTax::declaredSales);
        var payable = format.cell(money("payable", "tax payable, yuan", "93600.00"), MonthlyTax::payable);
        var paid = format.cell(money("paid", "tax paid, yuan", "93600.00"), MonthlyTax::paid);
        var arrears = format.cell(money("arrears", "tax overdue at month end (欠税), yuan", "0.00"), MonthlyTax::arrears);
        var late = format.cell(flag("filed_late", "return filed after the legal date"), MonthlyTax::filedLate);
        var type = format.cell(
                word(
                        "tax_type",
                        MonthlyTax.TaxType.class,
                        "which tax; a source sends ALL, or one row for each tax, never both for a month"),
                MonthlyTax::taxType);
        return format.begunByItsDay(period)
                .rule(
                        sales,
                        "must be 0 unless tax_type is VAT or ALL: other returns declare no sales",
                        s -> s.taxType().declaresSales() || s.declaredSales().fen() == 0)
                .reads(row -> new MonthlyTax(
                        row.header(),
                        row.get(period),
                        row.get(sales),
                        row.get(payable),
                        row.get(paid),
                        row.get(arrears),
                        row.get(late),
                        row.get(type)));
    }

    static SignalFormat taxInspection() {
        var format = FormatBuilder.of(SignalKind.TAX_INSPECTION, TaxInspection.class);
        var caseNo = format.cell(text("case_no", "number of the case", "税稽立〔2026〕18号"), TaxInspection::caseNo);
        var status = format.cell(word("status", TaxInspection.Status.class, "open or closed"), TaxInspection::status);
        var finding = format.cell(
                word("finding", Finding.class, "what it found, PENDING while open"), TaxInspection::finding);
        var recovered = format.cell(
                money("recovered", "tax to be paid in arrear (查补税款), yuan, 0 without a finding", "0.00"),
                TaxInspection::recovered);
        var fine = format.cell(money("fine", "fine, yuan, 0 without a finding", "0.00"), TaxInspection::fine);
        return format.rule(
                        finding,
                        "must be PENDING while status is OPEN, and only then",
                        s -> (s.status() == TaxInspection.Status.OPEN) == (s.finding() == Finding.PENDING))
                .rule(
                        recovered,
                        "must be 0 when finding is PENDING or NONE",
                        s -> found(s.finding()) || s.recovered().fen() == 0)
                .rule(
                        fine,
                        "must be 0 when finding is PENDING or NONE",
                        s -> found(s.finding()) || s.fine().fen() == 0)
                .reads(row -> new TaxInspection(
                        row.header(),
                        row.get(caseNo),
                        row.get(status),
                        row.get(finding),
                        row.get(recovered),
                        row.get(fine)));
    }

    private static boolean found(Finding finding) {
        return finding == Finding.IRREGULARITY || finding == Finding.EVASION;
    }

    static SignalFormat monthlyInvoices() {
        var format = FormatBuilder.of(SignalKind.MONTHLY_INVOICES, MonthlyInvoices.class);
        var period = format.cell(month("period", "month of issue"), MonthlyInvoices::period);
        var direction = format.cell(
                word("direction", MonthlyInvoices.Direction.class, "issued (销项) or received (进项)"),
                MonthlyInvoices::direction);
        var valid = format.cell(count("count", "valid invoices with a positive amount", "38"), MonthlyInvoices::count);
        var amount =
                format.cell(money("amount", "their amount before tax, yuan", "2600000.00"), MonthlyInvoices::amount);
        var tax = format.cell(money("tax", "their tax, yuan", "338000.00"), MonthlyInvoices::tax);
        var voids = format.cell(count("void_count", "void invoices (作废)", "1"), MonthlyInvoices::voidCount);
        var reds = format.cell(count("red_count", "valid red invoices (红字)", "0"), MonthlyInvoices::redCount);
        var redAmount = format.cell(
                money("red_amount", "their amount before tax as a positive number, yuan", "0.00"),
                MonthlyInvoices::redAmount);
        var parties = format.cell(
                count("counterparties", "distinct buyers or sellers", "9"), MonthlyInvoices::counterparties);
        var top = format.cell(
                money("top_counterparty_amount", "amount with the largest of them, yuan", "910000.00"),
                MonthlyInvoices::topCounterpartyAmount);
        var topFive = format.cell(
                money("top_five_amount", "amount with the five largest, yuan", "2100000.00"),
                MonthlyInvoices::topFiveAmount);
        var circular = format.cell(
                optional(money(
                        "circular_amount",
                        "amount with counterparties also on the other side in the 12 months up to this one, yuan",
                        "0.00")),
                MonthlyInvoices::circularAmount);
        return format.begunByItsDay(period)
                .atMost(topFive, amount)
                .atMost(top, topFive)
                .rule(parties, "must not be more than count", s -> s.counterparties() <= s.count())
                .rule(
                        circular,
                        "must not be more than amount",
                        s -> FormatBuilder.isAtMost(s.circularAmount(), s.amount()))
                .reads(row -> new MonthlyInvoices(
                        row.header(),
                        row.get(period),
                        row.get(direction),
                        row.get(valid),
                        row.get(amount),
                        row.get(tax),
                        row.get(voids),
                        row.get(reds),
                        row.get(redAmount),
                        row.get(parties),
                        row.get(top),
                        row.get(topFive),
                        row.get(circular)));
    }
}
