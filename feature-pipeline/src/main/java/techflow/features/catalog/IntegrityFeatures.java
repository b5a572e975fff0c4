package techflow.features.catalog;

import static techflow.features.catalog.Windows.ENOUGH;
import static techflow.features.catalog.Windows.LAST_YEAR;
import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.INTEGRITY;
import static techflow.features.signal.SignalKind.CERTIFICATE;
import static techflow.features.signal.SignalKind.MONTHLY_INVOICES;
import static techflow.features.signal.SignalKind.MONTHLY_TAX;
import static techflow.features.signal.SignalKind.PATENT;
import static techflow.features.signal.SignalKind.PATENT_EVENT;
import static techflow.features.signal.SignalKind.UTILITY_BILL;

import java.time.LocalDate;
import java.util.List;
import techflow.features.aggregate.MonthlyMeasure;
import techflow.features.aggregate.MonthlySource;
import techflow.features.aggregate.PatentLife;
import techflow.features.aggregate.PatentPortfolio;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.Certificate;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyInvoices.Direction;
import techflow.features.signal.Patent;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/**
 * 真实性核验: patterns of data dressed up for an application. Each has honest causes too: a high value is a question to ask
 * the firm, never a proof.
 */
final class IntegrityFeatures {
    private static final int BURST_MONTHS = 36;
    private static final int BURST_DAYS = 90;
    private static final int MONTHS_BEFORE_CERTIFICATE = 12;
    private static final Range GAP = new Range(0, 11);

    private static final MonthlySource<MonthlyInvoices> SEARCHED = new MonthlySource<>(
            MONTHLY_INVOICES,
            MonthlyInvoices.class,
            MonthlyInvoices::period,
            row -> row.direction() == Direction.ISSUED && row.circularAmount().isPresent());
    private static final MonthlyMeasure CIRCULAR =
            SEARCHED.measure(row -> row.circularAmount().orElseThrow().yuan());
    private static final MonthlyMeasure SEARCHED_AMOUNT =
            SEARCHED.measure(row -> row.amount().yuan());

    private IntegrityFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(lowValueBurst(), boughtBeforeCertificate(), circularShare(), electricityGap());
    }

    private static FeatureDefinition.Builder check(
            String name, String chineseName, SignalKind first, SignalKind... more) {
        return feature(name, chineseName, INTEGRITY).source(Sources.OWN).reads(first, more);
    }

    private static FeatureDefinition lowValueBurst() {
        return check("low_value_patent_burst", "低价值专利集中申请", PATENT)
                .describedAs(
                        "Utility models and designs, which are granted without examination in substance, that the firm"
                                + " itself filed in the busiest 90 days of the 36 months before the as-of day, less their mean number"
                                + " per 90 days of those months; 0 without any. They are published 5 to 12 months after filing.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("patents filed in bulk before an application are filed for the application")
                .missingMeans(PatentFeatures.NO_PATENT)
                .is(IntegrityFeatures::lowValueBurst);
    }

    private static FeatureValue lowValueBurst(Snapshot snapshot) {
        List<Patent> known = snapshot.signals(PATENT, Patent.class);
        if (known.isEmpty()) {
            return FeatureValue.missing(MissingReason.NO_DATA);
        }
        Window window = Window.months(snapshot.asOf(), BURST_MONTHS);
        List<LocalDate> days = known.stream()
                .filter(patent -> patent.origin() == Patent.Origin.ORIGINAL && patent.type() != PatentType.INVENTION)
                .map(Patent::filedOn)
                .filter(window::contains)
                .toList();
        return FeatureValue.of(mostWithin(days) - (double) days.size() * BURST_DAYS / window.days());
    }

    /** Most of the days, given in order, that fall within any stretch of 90 days. */
    private static int mostWithin(List<LocalDate> days) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < days.size(); to++) {
            while (!days.get(to).isBefore(days.get(from).plusDays(BURST_DAYS))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static FeatureDefinition boughtBeforeCertificate() {
        return check("bought_patents_before_certificate", "认定前受让专利数", PATENT, PATENT_EVENT, CERTIFICATE)
                .describedAs(
                        "Patents that the firm took over, by a transfer registered in the 12 months before the first day"
                                + " of validity of any technology certificate known; each patent once.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("patents bought for a certification decorate and do not show research")
                .missingMeans("no published patent or no certificate known")
                .is(snapshot -> snapshot.signals(CERTIFICATE, Certificate.class).isEmpty()
                        ? FeatureValue.missing(MissingReason.NO_DATA)
                        : PatentPortfolio.on(
                                snapshot,
                                patents -> FeatureValue.of(
                                        patents.count(life -> boughtBeforeCertificate(snapshot, life)))));
    }

    private static boolean boughtBeforeCertificate(Snapshot snapshot, PatentLife life) {
        return life.events()
                .last(PatentEventType.ACQUIRED)
                .map(PatentEvent::occurredAt)
                .filter(bought -> snapshot.signals(CERTIFICATE, Certificate.class).stream()
                        .map(Certificate::validFrom)
                        .anyMatch(from ->
                                bought.isBefore(from) && !bought.isBefore(from.minusMonths(MONTHS_BEFORE_CERTIFICATE))))
                .isPresent();
    }

    private static FeatureDefinition circularShare() {
        return check("circular_invoice_share", "循环开票占比", MONTHLY_INVOICES)
                .describedAs(
                        "Amount issued to buyers that also sold to the firm within 12 months, over the issued amount, sums"
                                + " of the months of " + LAST_YEAR
                                + " in which the source looked for circles; clamped to [0, 1].")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher(
                        "invoices that go round make turnover without trade, though partners do trade both ways")
                .missingMeans(
                        "the source never looked for circles, or in fewer than 6 of the 12 months; undefined when nothing"
                                + " was sold in them")
                .is(snapshot -> CIRCULAR.over(snapshot, Windows.lastYear(snapshot))
                        .whenKnown(
                                ENOUGH,
                                circular -> Ratio.of(
                                        circular.sum(),
                                        SEARCHED_AMOUNT
                                                .over(snapshot, Windows.lastYear(snapshot))
                                                .sum(),
                                        Range.SHARE)));
    }

    private static FeatureDefinition electricityGap() {
        return check("electricity_sales_gap", "用电与销售背离度", UTILITY_BILL, MONTHLY_INVOICES, MONTHLY_TAX)
                .describedAs(
                        "Growth of sales (invoiced ones, or declared ones when those are missing) less growth of"
                                + " electricity use, both " + Windows.YEAR_ON_YEAR
                                + ", as invoice_sales_growth_12m and electricity_growth_12m state them; 0 when sales grew less.")
                .in(Unit.RATIO, GAP)
                .riskierWhenHigher(
                        "sales that grow without power may be on paper; services and outsourcing grow so too")
                .missingMeans("growth of electricity use or of sales not known")
                .is(snapshot -> InteractionFeatures.both(
                        UtilityFeatures.electricityGrowth(snapshot),
                        InteractionFeatures.salesGrowth(snapshot),
                        (power, sales) -> Math.max(0, sales - power)));
    }
}
