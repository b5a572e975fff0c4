package techflow.scoring.technology.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import techflow.features.aggregate.PatentLife;
import techflow.features.aggregate.PatentPortfolio;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/**
 * The rights of a firm by the classes of the rules. Class I is an invention patent or one of the rights that no source
 * here tells (plant varieties, new drugs, circuit layouts …), so that its count is at least the inventions in force.
 * Class II are utility models, designs and software copyrights. Only patents in force count, disputed ones and those
 * judged not to belong to the main business left out.
 */
final class IntellectualProperty {
    static final Words MISSING_CLASS_I = Words.of(
            "发明专利以外的Ⅰ类知识产权（植物新品种、新药、集成电路布图设计等）",
            "class I rights other than inventions (plant varieties, new drugs, circuit layouts and the like)");

    private static final Words MISSING_CLASSES =
            Words.of("软件著作权；发明专利以外的Ⅰ类知识产权", "software copyrights; class I rights other than inventions");
    private static final int YEARS_MAINTAINED = 2;
    private static final int YEARS_OF_HIGH_VALUE = 10;

    private final List<Right> inForce;
    private final Optional<SoftwareCopyrights> software;
    private final LocalDate today;

    private IntellectualProperty(List<Right> inForce, Optional<SoftwareCopyrights> software, LocalDate today) {
        this.inForce = inForce;
        this.software = software;
        this.today = today;
    }

    static IntellectualProperty of(Snapshot snapshot) {
        List<PatentEvent> events = snapshot.signals(SignalKind.PATENT_EVENT, PatentEvent.class);
        return new IntellectualProperty(
                PatentPortfolio.of(snapshot).patents().stream()
                        .filter(PatentLife::inForce)
                        .map(life -> Right.of(life, events))
                        .toList(),
                SoftwareCopyrights.of(snapshot),
                snapshot.asOf().date());
    }

    /** What one would have to know to count all rights. */
    Words missing() {
        return software.isPresent() ? MISSING_CLASS_I : MISSING_CLASSES;
    }

    /** Class I as 科技型中小企业 and 高新技术企业 count it. */
    Extent classOne() {
        return Extent.atLeast(sure(right -> Answer.of(right.isInvention())));
    }

    /** Class II as 科技型中小企业 and 高新技术企业 count it. */
    Extent classTwo() {
        return withSoftware(
                count(right -> Answer.of(!right.isInvention())),
                software.map(SoftwareCopyrights::all).orElse(0));
    }

    /** Class I as 创新型中小企业 and 小巨人 count it: not taken over within the last year. */
    Extent heldClassOne() {
        return Extent.atLeast(sure(this::heldInvention));
    }

    /** Class I developed by the firm itself. */
    Extent ownClassOne() {
        return Extent.atLeast(sure(right -> Answer.of(right.isInvention() && right.isOwn())));
    }

    /**
     * Class I of high value, as far as it can be seen: awarded, or maintained for more than 10 years since its grant.
     * Income abroad and how large a pledge must be are not told, so that there may be more.
     */
    Extent highValueClassOne() {
        return Extent.atLeast(sure(right -> heldInvention(right)
                .and(Answer.of(right.isAwarded()).or(right.grantedBefore(today.minusYears(YEARS_OF_HIGH_VALUE))))));
    }

    /**
     * Class II as the standard of 创新型中小企业 counts it: a patent maintained for more than 2 years since its grant, and
     * nothing taken over within the last year.
     */
    Extent maintainedClassTwo() {
        LocalDate limit = today.minusYears(YEARS_MAINTAINED);
        return withSoftware(
                count(right -> Answer.of(!right.isInvention()).and(held(right)).and(right.grantedBefore(limit))),
                software.map(SoftwareCopyrights::own).orElse(0));
    }

    /** Whether any right at all is in force. */
    Extent any() {
        return Extent.atLeast(sure(right -> Answer.MET)
                + software.map(SoftwareCopyrights::all).orElse(0));
    }

    boolean anyOwn() {
        return sure(right -> Answer.of(right.isOwn())) > 0
                || software.map(SoftwareCopyrights::own).orElse(0) > 0;
    }

    /** Patents of a type in force, whatever their dispute or business. */
    int inForce(PatentType type) {
        return Math.toIntExact(inForce.stream()
                .filter(right -> right.life().patent().type() == type)
                .count());
    }

    Words text() {
        long bought = inForce.stream().filter(right -> !right.isOwn()).count();
        Words patents = Words.of(
                "有效发明" + inForce(PatentType.INVENTION) + "、实用新型" + inForce(PatentType.UTILITY_MODEL) + "、外观设计"
                        + inForce(PatentType.DESIGN) + (bought == 0 ? "" : "（其中受让" + bought + "）"),
                "in force: " + inForce(PatentType.INVENTION) + " inventions, " + inForce(PatentType.UTILITY_MODEL)
                        + " utility models, " + inForce(PatentType.DESIGN) + " designs"
                        + (bought == 0 ? "" : " (" + bought + " of them bought)"));
        return software.map(known -> patents.and(Words.of("软件著作权" + known.all(), known.all() + " software copyrights")))
                .orElse(patents);
    }

    private Answer heldInvention(Right right) {
        return Answer.of(right.isInvention()).and(held(right));
    }

    private Answer held(Right right) {
        return right.heldSince(today.minusYears(1));
    }

    private Extent withSoftware(Extent patents, int own) {
        return software.map(known -> patents.plus(new Extent(own, known.all()))).orElse(Extent.atLeast(patents.low()));
    }

    private int sure(Function<Right, Answer> test) {
        return (int) count(test).low();
    }

    private Extent count(Function<Right, Answer> test) {
        int sure = 0;
        int possible = 0;
        for (Right right : inForce) {
            Answer answer = related(right).and(test.apply(right));
            sure += answer == Answer.MET ? 1 : 0;
            possible += answer == Answer.NOT_MET ? 0 : 1;
        }
        return new Extent(sure, possible);
    }

    /** Without a dispute, and not judged to lie outside the main business. */
    private static Answer related(Right right) {
        return Answer.of(
                !right.isDisputed() && right.life().patent().mainBusiness().orElse(true));
    }
}
