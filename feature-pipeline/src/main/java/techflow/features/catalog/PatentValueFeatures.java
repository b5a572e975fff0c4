package techflow.features.catalog;

import static techflow.features.definition.FeatureFamily.TECHNOLOGY;
import static techflow.features.signal.SignalKind.PATENT;
import static techflow.features.signal.SignalKind.PATENT_EVENT;
import static techflow.features.signal.SignalKind.SOFTWARE_COPYRIGHT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import techflow.features.aggregate.PatentLife;
import techflow.features.aggregate.PatentPortfolio;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.Money;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.SoftwareCopyright;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** 技术流: what the patents are worth, how long they will last, and what threatens them. */
final class PatentValueFeatures {
    private static final Range VALUE = new Range(0, PatentValue.HIGHEST);
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int EXPIRING_YEARS = 3;
    private static final int SOLD_MONTHS = 24;
    private static final int GRACE_MONTHS = 6;
    /** A payment is reported some days after it was made. */
    private static final int REPORTING_DAYS = 15;

    private static final String NONE_IN_FORCE = PatentFeatures.NO_PATENT + "; undefined when none is in force";
    private static final String GBT_42748 =
            "GB/T 42748 专利评估指引 values patents in law, technology and economy; its experts'"
                    + " indicators are approximated from the register: our working definition, no official formula is published";

    private PatentValueFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                legalValue(),
                technicalValue(),
                economicValue(),
                highValueInventions(),
                termLeft(),
                expiringShare(),
                feesAtRisk(),
                disputesOpen(),
                pledgeAmount(),
                transferredOut(),
                softwareCopyrights());
    }

    private static FeatureDefinition.Builder patentFeature(String name, String chineseName) {
        return feature(name, chineseName)
                .missingMeans(PatentFeatures.NO_PATENT)
                .source(Sources.OWN)
                .reads(PATENT, PATENT_EVENT);
    }

    private static FeatureDefinition legalValue() {
        return patentFeature("patent_legal_value", "专利法律价值")
                .describedAs("Mean over the patents in force on the as-of day of: 40 points for an invention, 15 for a"
                        + " utility model, 10 for a design; 1 for each claim up to 20; 20 times the share of the legal"
                        + " term that is left; 20 when no dispute is open. Out of 100.")
                .in(Unit.POINTS, VALUE)
                .saferWhenHigher("patent value lowers risk throughout (Pederzoli et al. 2013)")
                .missingMeans(NONE_IN_FORCE)
                .source(GBT_42748)
                .is(snapshot -> value(snapshot, PatentValue::legal));
    }

    private static FeatureDefinition technicalValue() {
        return patentFeature("patent_technical_value", "专利技术价值")
                .describedAs(
                        "Mean over the patents in force on the as-of day whose citations the source tells of: 40 points"
                                + " for an invention, 15 for a utility model, 10 for a design; 8 for each later patent that cites"
                                + " it, up to 40; 20 when tied to the main business. Out of 100, or of the first 80 scaled to 100"
                                + " when that tie was not judged.")
                .in(Unit.POINTS, VALUE)
                .saferWhenHigher("others build on it: patent value lowers risk throughout (Pederzoli et al. 2013)")
                .missingMeans(NONE_IN_FORCE + ", or no citation count is told (undefined)")
                .source(GBT_42748)
                .is(snapshot -> value(snapshot, PatentValue::technical));
    }

    private static FeatureDefinition economicValue() {
        return patentFeature("patent_economic_value", "专利经济价值")
                .describedAs(
                        "Mean over the patents in force on the as-of day of: 10 points for each office abroad with a"
                                + " member of its family, up to 30; 20 when ever licensed; 20 when pledged now; 10 when awarded a"
                                + " national prize; 20 times the share of the term over which its fees were paid. Out of 100, or"
                                + " of 70 scaled to 100 when the family is not told.")
                .in(Unit.POINTS, VALUE)
                .saferWhenHigher("someone paid for it: patent value lowers risk throughout (Pederzoli et al. 2013)")
                .missingMeans(NONE_IN_FORCE)
                .source(GBT_42748)
                .is(snapshot -> value(snapshot, PatentValue::economic));
    }

    private static FeatureValue value(Snapshot snapshot, ToDoubleFunction<PatentPortfolio> mean) {
        return PatentPortfolio.on(snapshot, patents -> finite(mean.applyAsDouble(patents)));
    }

    /** A mean, undefined over nothing. */
    static FeatureValue finite(double mean) {
        return Double.isNaN(mean)
                ? FeatureValue.missing(MissingReason.UNDEFINED)
                : FeatureValue.of(Ratio.clamp(mean, VALUE));
    }

    private static FeatureDefinition highValueInventions() {
        return patentFeature("high_value_inventions", "高价值发明专利数")
                .describedAs(
                        "Inventions in force on the as-of day that have a family member abroad, are maintained for more"
                                + " than half of the 20-year term, are pledged, or won a national prize: four of the five official"
                                + " kinds; a strategic emerging industry is not in the register.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher(
                        "the owner or a lender put money on each: patent value lowers risk (Pederzoli et al. 2013)")
                .source(
                        "高价值发明专利 as CNIPA counts them for the 14th five-year plan; the reading by register data is ours")
                .is(snapshot -> count(snapshot, PatentValue::highValue));
    }

    private static FeatureDefinition termLeft() {
        return patentFeature("patent_term_left_years", "专利加权剩余保护年限")
                .describedAs(
                        "Years of the legal term left on the as-of day, mean over the patents in force weighted by type"
                                + " 10 : 4 : 3; a year has 365.25 days.")
                .in(Unit.YEARS, new Range(0, 20))
                .saferWhenHigher("an ageing stock protects less each year and shows that research has slowed")
                .missingMeans(NONE_IN_FORCE)
                .source("terms of 专利法 art. 42; ratio 10 : 4 : 3 of the 海宁 patent score; own design")
                .is(PatentValueFeatures::termLeft);
    }

    private static FeatureValue termLeft(Snapshot snapshot) {
        LocalDate today = snapshot.asOf().date();
        return PatentPortfolio.on(
                snapshot,
                patents -> Ratio.of(
                        patents.sum(life -> life.inForce() ? weight(life) * yearsLeft(life, today) : 0),
                        patents.sum(life -> life.inForce() ? weight(life) : 0),
                        new Range(0, 20)));
    }

    private static double weight(PatentLife life) {
        return PatentPoints.weight(life.patent().type());
    }

    private static double yearsLeft(PatentLife life, LocalDate today) {
        return ChronoUnit.DAYS.between(today, life.termEnd()) / DAYS_PER_YEAR;
    }

    private static FeatureDefinition expiringShare() {
        return patentFeature("patents_expiring_share_3y", "三年内到期专利占比")
                .describedAs(
                        "Patents in force on the as-of day whose legal term ends within 3 years of it, over all patents"
                                + " in force.")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("protection that ends opens the market to imitators within the life of a loan")
                .missingMeans(NONE_IN_FORCE)
                .source("terms of 专利法 art. 42; own design")
                .is(PatentValueFeatures::expiringShare);
    }

    private static FeatureValue expiringShare(Snapshot snapshot) {
        LocalDate limit = snapshot.asOf().date().plusYears(EXPIRING_YEARS);
        return share(snapshot, life -> life.inForce() && !life.termEnd().isAfter(limit), PatentLife::inForce);
    }

    private static FeatureDefinition feesAtRisk() {
        return patentFeature("patent_fees_overdue_share", "年费滞纳专利占比")
                .describedAs("Patents in force whose annual fee fell due more than 15 days (a payment needs time to be"
                        + " reported) and less than 6 months before the as-of day and is not known as paid, over the"
                        + " patents in force whose next fee day is later than 6 months before that day: a lapse ahead.")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("small fees left unpaid in the months of grace show that cash is short")
                .missingMeans(NONE_IN_FORCE + ", or no fee day is told of those")
                .source("专利法实施细则 art. 115 (6 months of grace, 5% surcharge a month); own design")
                .is(PatentValueFeatures::feesAtRisk);
    }

    private static FeatureValue feesAtRisk(Snapshot snapshot) {
        LocalDate today = snapshot.asOf().date();
        Window overdue = new Window(today.minusMonths(GRACE_MONTHS), today.minusDays(REPORTING_DAYS));
        return share(
                snapshot,
                life -> life.inForce() && feeDue(life, overdue::contains),
                life -> life.inForce() && feeDue(life, due -> !due.isBefore(overdue.from())));
    }

    private static boolean feeDue(PatentLife life, Predicate<LocalDate> test) {
        return life.events().nextFeeDue().filter(test).isPresent();
    }

    private static FeatureDefinition disputesOpen() {
        return patentFeature("patent_disputes_open", "未结专利纠纷数")
                .describedAs(
                        "Patents in force or applied for, of which an invalidation or an infringement suit is open on"
                                + " the as-of day.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a suit costs money and may void the patent, though only good patents are attacked")
                .source("register of 专利法实施细则 art. 106; own design")
                .is(snapshot -> count(snapshot, life -> life.alive() && life.disputed()));
    }

    private static FeatureDefinition pledgeAmount() {
        return patentFeature("patent_pledge_amount", "专利质押担保金额")
                .describedAs(
                        "Debt secured by the pledges of patents in force that stand on the as-of day; patents pledged"
                                + " to one lender on one day for one amount are one pledge.")
                .in(Unit.YUAN, Range.NOT_NEGATIVE)
                .noDirection("a pledge shows that a lender valued the patent, and that the firm has borrowed on it")
                .missingMeans(PatentFeatures.NO_PATENT + "; or pledged without an amount stated (not disclosed)")
                .source("高价值发明专利 counts pledge financing; own design")
                .is(snapshot -> PatentPortfolio.on(snapshot, PatentValueFeatures::pledgeAmount));
    }

    /** A pledge of one or several patents. */
    private record Pledge(LocalDate day, Optional<String> pledgee, Money amount) {}

    private static FeatureValue pledgeAmount(PatentPortfolio patents) {
        Set<Pledge> pledges = new HashSet<>();
        boolean pledged = false;
        for (PatentLife life : patents.patents()) {
            if (life.inForce() && life.pledged()) {
                pledged = true;
                PatentEvent event = life.events().last(PatentEventType.PLEDGED).orElseThrow();
                event.amount()
                        .ifPresent(amount -> pledges.add(new Pledge(event.occurredAt(), event.counterparty(), amount)));
            }
        }
        return pledged && pledges.isEmpty()
                ? FeatureValue.missing(MissingReason.NOT_DISCLOSED)
                : FeatureValue.of(pledges.stream()
                        .map(Pledge::amount)
                        .reduce(Money.ZERO, Money::plus)
                        .yuan());
    }

    private static FeatureDefinition transferredOut() {
        return patentFeature("patents_transferred_out_24m", "近24个月转让出专利数")
                .describedAs(
                        "Patents transferred to another owner in the 24 months before the as-of day and not taken back since.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a firm that sells its technology raises cash or moves it out of reach of creditors")
                .is(PatentValueFeatures::transferredOut);
    }

    private static FeatureValue transferredOut(Snapshot snapshot) {
        Window window = Window.months(snapshot.asOf(), SOLD_MONTHS);
        return count(
                snapshot,
                life -> life.events().stands(PatentEventType.TRANSFERRED_OUT, PatentEventType.ACQUIRED)
                        && life.events()
                                .last(PatentEventType.TRANSFERRED_OUT)
                                .filter(event -> window.contains(event.occurredAt()))
                                .isPresent());
    }

    private static FeatureDefinition softwareCopyrights() {
        return feature("software_copyrights", "软件著作权数")
                .describedAs("Software copyrights registered before the as-of instant, the firm's own and bought ones.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher("software firms protect their work by registration; class II of the certificate rules")
                .missingMeans("none known: none registered, or the register was not delivered")
                .source("科技型中小企业 rule, class II intellectual property; own design")
                .reads(SOFTWARE_COPYRIGHT)
                .is(PatentValueFeatures::softwareCopyrights);
    }

    private static FeatureDefinition.Builder feature(String name, String chineseName) {
        return FeatureDefinition.feature(name, chineseName, TECHNOLOGY);
    }

    private static FeatureValue softwareCopyrights(Snapshot snapshot) {
        int registered =
                snapshot.signals(SOFTWARE_COPYRIGHT, SoftwareCopyright.class).size();
        return registered == 0 ? FeatureValue.missing(MissingReason.NO_DATA) : FeatureValue.of(registered);
    }

    private static FeatureValue count(Snapshot snapshot, Predicate<PatentLife> test) {
        return PatentPortfolio.on(snapshot, patents -> FeatureValue.of(patents.count(test)));
    }

    private static FeatureValue share(Snapshot snapshot, Predicate<PatentLife> part, Predicate<PatentLife> whole) {
        return PatentPortfolio.on(
                snapshot, patents -> Ratio.of(patents.count(part), patents.count(whole), Range.SHARE));
    }
}
