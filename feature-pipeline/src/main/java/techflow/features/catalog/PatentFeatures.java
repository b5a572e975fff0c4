package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.TECHNOLOGY;
import static techflow.features.signal.SignalKind.CERTIFICATE;
import static techflow.features.signal.SignalKind.CONTRIBUTION_MONTH;
import static techflow.features.signal.SignalKind.ENTERPRISE_PROFILE;
import static techflow.features.signal.SignalKind.PATENT;
import static techflow.features.signal.SignalKind.PATENT_EVENT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import techflow.features.aggregate.PatentLife;
import techflow.features.aggregate.PatentLife.Stage;
import techflow.features.aggregate.PatentPortfolio;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.Patent;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/**
 * 技术流: the firm's patents and technology certificates. An invention is published about 18 months after filing, so that
 * the last year and a half is always thinner than it will turn out; every firm is under the same lag.
 */
final class PatentFeatures {
    private static final int CONTINUITY_YEARS = 5;
    private static final double HUNDRED = 100;
    static final String NO_PATENT =
            "no published patent known: none filed, not published yet, or filed under another name";

    private static final Derived<List<LocalDate>> OWN_FILINGS = Derived.of(PatentFeatures::ownFilings);

    private PatentFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(
                grossContent(),
                netContent(),
                inventionDensity(),
                inventionsPerHundredStaff(),
                inventionsAlive(),
                precocity(),
                filingContinuity(),
                quality(),
                feeLapseShare(),
                acquiredShare(),
                monthsSinceFiling(),
                certificatePoints());
    }

    private static FeatureDefinition.Builder patentFeature(String name, String chineseName) {
        return feature(name, chineseName, TECHNOLOGY)
                .missingMeans(NO_PATENT)
                .source(Sources.OWN)
                .reads(PATENT, PATENT_EVENT);
    }

    private static FeatureDefinition grossContent() {
        return patentFeature("ip_gross_content", "科技创新成果总含量")
                .describedAs(
                        "Sum over all patents ever known of 10 points for an invention, 4 for a utility model, 3 for a"
                                + " design; times 0.3 while pending; nothing for a dead application or an invalidated patent."
                                + " Lapsed, expired and transferred ones count in full.")
                .in(Unit.POINTS, Range.NOT_NEGATIVE)
                .noDirection(
                        "a mere count of patents lowers risk only with enough equity (Pederzoli et al. 2013); the net"
                                + " content carries the direction")
                .source(Sources.POLICY + "; ratio 10 : 4 : 3 of the 海宁 patent score")
                .is(snapshot ->
                        PatentPortfolio.on(snapshot, patents -> FeatureValue.of(patents.sum(PatentPoints::gross))));
    }

    private static FeatureDefinition netContent() {
        return patentFeature("ip_net_content", "科技创新成果净含量")
                .describedAs(
                        "Sum over the patents alive and owned on the as-of day of the type weight (10 : 4 : 3), times"
                                + " 0.3 while pending, 0.5 when acquired, and the share of the legal term left (20, 10 or 15"
                                + " years from filing).")
                .in(Unit.POINTS, Range.NOT_NEGATIVE)
                .saferWhenHigher("patent value, unlike patent count, lowers risk throughout (Pederzoli et al. 2013)")
                .source(Sources.POLICY + "; ratio 10 : 4 : 3 of the 海宁 patent score; terms of 专利法 art. 42")
                .is(snapshot ->
                        PatentPortfolio.on(snapshot, patents -> FeatureValue.of(patents.sum(PatentPoints::net))));
    }

    private static FeatureDefinition inventionDensity() {
        return patentFeature("invention_density", "发明专利密集度")
                .describedAs("Inventions in force over all patents in force, on the as-of day.")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("inventions are examined in substance, utility models and designs are not")
                .missingMeans(NO_PATENT + "; undefined when none is in force")
                .source(Sources.POLICY)
                .is(snapshot -> PatentPortfolio.on(
                        snapshot,
                        patents -> Ratio.of(
                                patents.count(PatentLife::inventionInForce),
                                patents.count(PatentLife::inForce),
                                Range.SHARE)));
    }

    private static FeatureDefinition inventionsPerHundredStaff() {
        return patentFeature("inventions_per_hundred_staff", "百名职工有效发明专利数")
                .describedAs("Inventions in force on the as-of day per hundred persons with social insurance in "
                        + Windows.RECENT_MONTH + ".")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher("inventions measured by size tell ability from bulk")
                .missingMeans(NO_PATENT + ", or the number of insured persons is not known; undefined when it is zero")
                .source("发明专利密集度 per head: our working definition, no official formula is published")
                .reads(PATENT, PATENT_EVENT, CONTRIBUTION_MONTH)
                .is(snapshot -> PatentPortfolio.on(snapshot, patents -> perHundredStaff(snapshot, patents)));
    }

    private static FeatureValue perHundredStaff(Snapshot snapshot, PatentPortfolio patents) {
        FeatureValue insured = EmploymentFeatures.insuredPersons(snapshot);
        return insured instanceof FeatureValue.Numeric persons
                ? Ratio.of(HUNDRED * patents.count(PatentLife::inventionInForce), persons.value(), Range.NOT_NEGATIVE)
                : insured;
    }

    private static FeatureDefinition inventionsAlive() {
        return patentFeature("inventions_alive", "有效发明专利数")
                .describedAs("Inventions granted and in force on the as-of day.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .saferWhenHigher("each was examined, and its yearly fees are paid: the owner thinks it worth them")
                .source("累计有效发明专利授权量, as innovation points count it; own design")
                .is(snapshot -> count(snapshot, PatentLife::inventionInForce));
    }

    private static FeatureDefinition precocity() {
        return patentFeature("rd_precocity_months", "研发早慧度")
                .describedAs("Whole months from the date of registration to the first known patent that the firm itself"
                        + " filed; 0 when it was filed before.")
                .in(Unit.MONTHS, Range.NOT_NEGATIVE)
                .riskierWhenHigher("firms founded on technology file early")
                .missingMeans(NO_PATENT + ", or none filed by the firm itself, or no master data known")
                .source(Sources.TECHNOLOGY_FLOW)
                .reads(PATENT, ENTERPRISE_PROFILE)
                .is(PatentFeatures::precocity);
    }

    private static FeatureValue precocity(Snapshot snapshot) {
        List<LocalDate> filings = snapshot.derived(OWN_FILINGS);
        if (filings.isEmpty() || snapshot.profile().isEmpty()) {
            return FeatureValue.missing(MissingReason.NO_DATA);
        }
        LocalDate established = snapshot.profile().get().establishedOn();
        return FeatureValue.of((double) Math.max(0, ChronoUnit.MONTHS.between(established, filings.getFirst())));
    }

    private static FeatureDefinition filingContinuity() {
        return patentFeature("filing_continuity_5y", "专利申请连续性")
                .describedAs("Share of the last 5 years, each counted back from the as-of day, in which the firm itself"
                        + " filed a patent that is published. A firm younger than that is measured by the years it has"
                        + " lived, begun ones included; its age is taken as 5 when no master data are known.")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("research that goes on is research that is paid for (研发投入稳定性)")
                .source(Sources.TECHNOLOGY_FLOW)
                .reads(PATENT, ENTERPRISE_PROFILE)
                .is(snapshot ->
                        PatentPortfolio.on(snapshot, patents -> FeatureValue.of(filingContinuity(snapshot, patents))));
    }

    private static double filingContinuity(Snapshot snapshot, PatentPortfolio patents) {
        LocalDate today = snapshot.asOf().date();
        int years = snapshot.profile()
                .map(profile -> (int) Ratio.clamp(
                        ChronoUnit.YEARS.between(profile.establishedOn(), today) + 1.0, new Range(1, CONTINUITY_YEARS)))
                .orElse(CONTINUITY_YEARS);
        int active = 0;
        for (int back = 0; back < years; back++) {
            Window year = new Window(today.minusYears(back + 1L), today.minusYears(back));
            boolean filed = patents.count(life ->
                            life.original() && year.contains(life.patent().filedOn()))
                    > 0;
            active += filed ? 1 : 0;
        }
        return (double) active / years;
    }

    private static FeatureDefinition quality() {
        return patentFeature("patent_quality", "专利含金量")
                .describedAs("Legal, technical and economic value of the patents in force on the as-of day"
                        + " (patent_legal_value, patent_technical_value, patent_economic_value) weighted 40 : 30 : 30; legal"
                        + " and economic alone, 4 : 3, when citations are not told.")
                .in(Unit.POINTS, new Range(0, PatentValue.HIGHEST))
                .saferWhenHigher("patent value lowers risk throughout (Pederzoli et al. 2013)")
                .missingMeans(NO_PATENT + "; undefined when none is in force")
                .source("approximates legal, technical and economic value of GB/T 42748; a published dimension of 技术流,"
                        + " our working definition, no official formula is published")
                .is(snapshot -> PatentPortfolio.on(
                        snapshot, patents -> PatentValueFeatures.finite(PatentValue.quality(patents))));
    }

    private static FeatureDefinition feeLapseShare() {
        return patentFeature("fee_lapse_share", "欠费失效专利占比")
                .describedAs(
                        "Patents ended by an unpaid annual fee and not restored, over all patents ever granted and not"
                                + " transferred out or invalidated.")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("a firm that lets patents lapse lacks money for small fees, or never needed them")
                .missingMeans(NO_PATENT + "; undefined when none was granted")
                .source("专利法 art. 44, 专利法实施细则 art. 115; own design")
                .is(snapshot -> PatentPortfolio.on(
                        snapshot,
                        patents -> Ratio.of(
                                patents.count(life -> life.stage() == Stage.LAPSED),
                                patents.count(PatentFeatures::grantedAndKept),
                                Range.SHARE)));
    }

    private static boolean grantedAndKept(PatentLife life) {
        return switch (life.stage()) {
            case IN_FORCE, LAPSED, EXPIRED -> true;
            case PENDING, WITHDRAWN, INVALIDATED, TRANSFERRED_OUT -> false;
        };
    }

    private static FeatureDefinition acquiredShare() {
        return patentFeature("acquired_patent_share", "受让专利占比")
                .describedAs("Patents taken over from another owner, over all patents ever known, alive or not.")
                .in(Unit.RATIO, Range.SHARE)
                .riskierWhenHigher("patents bought before a certification decorate and do not show research")
                .reads(PATENT)
                .is(snapshot -> PatentPortfolio.on(
                        snapshot,
                        patents -> Ratio.of(
                                patents.count(life -> !life.original()),
                                patents.patents().size(),
                                Range.SHARE)));
    }

    private static FeatureDefinition monthsSinceFiling() {
        return patentFeature("months_since_filing", "距最近专利申请月数")
                .describedAs("Whole months from the last known patent that the firm itself filed to the as-of day.")
                .in(Unit.MONTHS, Range.NOT_NEGATIVE)
                .riskierWhenHigher("research that has stopped leaves no patents")
                .missingMeans(NO_PATENT + ", or none filed by the firm itself")
                .reads(PATENT)
                .is(PatentFeatures::monthsSinceFiling);
    }

    private static FeatureValue monthsSinceFiling(Snapshot snapshot) {
        List<LocalDate> filings = snapshot.derived(OWN_FILINGS);
        return filings.isEmpty()
                ? FeatureValue.missing(MissingReason.NO_DATA)
                : FeatureValue.of((double) ChronoUnit.MONTHS.between(
                        filings.getLast(), snapshot.asOf().date()));
    }

    private static FeatureDefinition certificatePoints() {
        return feature("certificate_points", "科技资质含量", TECHNOLOGY)
                .describedAs("Sum over the types of certificate valid on the as-of day: 小巨人 40, 高新技术企业 30, 专精特新"
                        + " 25, 创新型中小企业 15, 科技型中小企业 10.")
                .in(Unit.POINTS, new Range(0, CertificatePoints.HIGHEST))
                .saferWhenHigher("each has public criteria that an authority examined")
                .missingMeans("no certificate ever known; the lists are public, but matched by name and not complete")
                .source(
                        "public rules of the certificates; the weights are our working definition, no official formula is"
                                + " published")
                .reads(CERTIFICATE)
                .is(CertificatePoints::on);
    }

    private static FeatureValue count(Snapshot snapshot, Predicate<PatentLife> test) {
        return PatentPortfolio.on(snapshot, patents -> FeatureValue.of(patents.count(test)));
    }

    /** The days on which the firm itself filed, in order. */
    private static List<LocalDate> ownFilings(Snapshot snapshot) {
        return snapshot.signals(PATENT, Patent.class).stream()
                .filter(patent -> patent.origin() == Patent.Origin.ORIGINAL)
                .map(Patent::filedOn)
                .toList();
    }
}
