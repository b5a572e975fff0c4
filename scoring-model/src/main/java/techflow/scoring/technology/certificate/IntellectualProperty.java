package techflow.scoring.technology.certificate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import techflow.features.aggregate.PatentLife;
import techflow.features.aggregate.PatentPortfolio;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/**
 * The rights of a firm by the classes of the rules. Class I is an invention patent or one of the rights that no source
 * here tells (plant varieties, new drugs, circuit layouts …), so that its count is at least the inventions in force.
 * Class II are utility models, designs and software copyrights. Only patents in force count.
 */
final class IntellectualProperty {
    static final Words MISSING_CLASS_I = Words.of(
            "发明专利以外的Ⅰ类知识产权（植物新品种、新药、集成电路布图设计等）",
            "class I rights other than inventions (plant varieties, new drugs, circuit layouts and the like)");
    static final Words MISSING_SOFTWARE = Words.of("软件著作权", "software copyrights");
    static final Words MISSING_CLASSES = Words.of(
            "软件著作权；发明专利以外的Ⅰ类知识产权", "software copyrights; class I rights other than inventions");

    private static final int YEARS_MAINTAINED = 2;
    private static final int YEARS_OF_HIGH_VALUE = 10;

    private final List<PatentLife> inForce;
    private final Map<String, LocalDate> granted;
    private final OptionalInt software;
    private final LocalDate today;

    private IntellectualProperty(
            List<PatentLife> inForce, Map<String, LocalDate> granted, OptionalInt software, LocalDate today) {
        this.inForce = inForce;
        this.granted = granted;
        this.software = software;
        this.today = today;
    }

    static IntellectualProperty of(Snapshot snapshot) {
        Map<String, LocalDate> granted = new HashMap<>();
        snapshot.signals(SignalKind.PATENT_EVENT, PatentEvent.class).stream()
                .filter(event -> event.type() == PatentEventType.GRANTED)
                .forEach(event -> granted.putIfAbsent(event.applicationNo(), event.occurredAt()));
        return new IntellectualProperty(
                PatentPortfolio.of(snapshot).patents().stream()
                        .filter(PatentLife::inForce)
                        .toList(),
                granted,
                SoftwareCopyrights.count(snapshot),
                snapshot.asOf().date());
    }

    /** Class I as 科技型中小企业 and 高新技术企业 count it. */
    Extent classOne() {
        return Extent.atLeast(count(PatentLife::inventionInForce));
    }

    /** Class I developed by the firm itself. */
    Extent ownClassOne() {
        return Extent.atLeast(count(patent -> patent.inventionInForce() && patent.original()));
    }

    /**
     * Class I of high value, as far as it can be seen: an own invention maintained for more than 10 years since its
     * grant. Families abroad, awards and large pledges are not seen, so that there may be more.
     */
    Extent highValueClassOne() {
        return Extent.atLeast(count(patent -> patent.inventionInForce()
                && patent.original()
                && surelyGrantedBefore(patent, today.minusYears(YEARS_OF_HIGH_VALUE))));
    }

    /** Class II as 科技型中小企业 and 高新技术企业 count it. */
    Extent classTwo() {
        int patents = count(patent -> !patent.inventionInForce());
        return withSoftware(patents, patents);
    }

    /**
     * Class II as the standard of 创新型中小企业 counts it: maintained for more than 2 years since its grant, and not
     * bought within the last year. The day of a purchase is not told, so that a bought one may or may not count.
     */
    Extent maintainedClassTwo() {
        LocalDate limit = today.minusYears(YEARS_MAINTAINED);
        int sure = count(patent ->
                !patent.inventionInForce() && patent.original() && surelyGrantedBefore(patent, limit));
        int possible = count(patent -> !patent.inventionInForce() && possiblyGrantedBefore(patent, limit));
        return withSoftware(sure, possible);
    }

    /** Whether any right at all is in force. */
    Extent any() {
        return Extent.atLeast(inForce.size() + software.orElse(0));
    }

    boolean anyOwn() {
        return inForce.stream().anyMatch(PatentLife::original);
    }

    int count(PatentType type) {
        return count(patent -> patent.patent().type() == type);
    }

    Words text() {
        int bought = count(patent -> !patent.original());
        Words patents = Words.of(
                "有效发明" + count(PatentType.INVENTION) + "、实用新型" + count(PatentType.UTILITY_MODEL) + "、外观设计"
                        + count(PatentType.DESIGN) + (bought == 0 ? "" : "（其中受让" + bought + "）"),
                "in force: " + count(PatentType.INVENTION) + " inventions, " + count(PatentType.UTILITY_MODEL)
                        + " utility models, " + count(PatentType.DESIGN) + " designs"
                        + (bought == 0 ? "" : " (" + bought + " of them bought)"));
        return software.isPresent()
                ? patents.and(Words.of(
                        "软件著作权" + software.getAsInt(), software.getAsInt() + " software copyrights"))
                : patents;
    }

    private Extent withSoftware(int sure, int possible) {
        return software.isPresent()
                ? new Extent(sure + software.getAsInt(), possible + software.getAsInt())
                : Extent.atLeast(sure);
    }

    private int count(Predicate<PatentLife> test) {
        return Math.toIntExact(inForce.stream().filter(test).count());
    }

    /** A utility model or design becomes known when it is granted, so that its grant is not later than that day. */
    private boolean surelyGrantedBefore(PatentLife life, LocalDate limit) {
        LocalDate event = granted.get(life.patent().applicationNo());
        LocalDate latest = event != null
                ? event
                : LocalDate.ofInstant(life.patent().knownAt(), SignalHeader.CHINA);
        boolean told = event != null || life.patent().type() != PatentType.INVENTION;
        return told && latest.isBefore(limit);
    }

    private boolean possiblyGrantedBefore(PatentLife life, LocalDate limit) {
        LocalDate event = granted.get(life.patent().applicationNo());
        return (event != null ? event : life.patent().filedOn()).isBefore(limit);
    }
}
