package techflow.scoring.technology.certificate;

import java.util.List;
import techflow.features.signal.Certificate.CertificateType;
import techflow.scoring.technology.certificate.CertificateAssessment.Threshold;
import techflow.scoring.technology.certificate.CertificateRules.Draft;
import techflow.scoring.technology.certificate.FirmFacts.Figure;
import techflow.scoring.technology.certificate.Requirement.Kind;

/** 科技型中小企业: 100 points, at least 60 and the staff item not 0, or a short cut; and the size of an SME. */
final class TechnologySmeRule {
    private static final double MAXIMUM = 100;
    private static final Threshold THRESHOLD = new Threshold(60, false);
    private static final double MOST_STAFF = 500;
    private static final double MOST_MONEY = 2e8;

    private TechnologySmeRule() {}

    static Draft draft(FirmFacts facts, IntellectualProperty rights) {
        Item staff = Item.of(
                new Item.Head("STAFF", Words.of("科技人员占比", "R&D staff of all staff"), Source.KXX),
                PublishedTables.KXX_STAFF,
                facts.share(Figure.RD_STAFF, Figure.STAFF));
        List<Item> items = List.of(staff, rd(facts), rights(rights));
        return Draft.points(
                items,
                Item.sum(items),
                MAXIMUM,
                THRESHOLD,
                List.of(
                        staffNotZero(staff),
                        size("SIZE_STAFF", "职工总数不超过500人", "at most 500 staff", facts.staff(), MOST_STAFF),
                        size(
                                "SIZE_SALES",
                                "年销售收入不超过2亿元",
                                "sales of at most RMB 200m",
                                facts.amount(Figure.REVENUE),
                                MOST_MONEY),
                        size(
                                "SIZE_ASSETS",
                                "资产总额不超过2亿元",
                                "total assets of at most RMB 200m",
                                facts.amount(Figure.TOTAL_ASSETS),
                                MOST_MONEY),
                        Lists.notListed(facts, Source.KXX_SIZE),
                        Requirement.untold(
                                new Requirement.Head(
                                        "CONDUCT",
                                        Words.of(
                                                "产品不属于禁止、限制和淘汰类；无重大安全、质量事故等",
                                                "no prohibited products; no major accident or misconduct"),
                                        Kind.DECLARED,
                                        Source.KXX_SIZE),
                                Words.of("企业声明", "the firm's declaration")),
                        Lists.holds(
                                facts,
                                CertificateType.HIGH_TECH_ENTERPRISE,
                                Words.of("直接确认：持有有效高新技术企业证书", "short cut: a valid high-tech certificate"),
                                Source.KXX_SHORT_CUT),
                        Requirement.untold(
                                new Requirement.Head(
                                        "SHORT_CUT_OTHER",
                                        Words.of(
                                                "直接确认：近五年国家级科技奖励前三名、省部级以上研发机构、主导制定标准",
                                                "short cut: national award in 5 years, provincial R&D body, or leading a standard"),
                                        Kind.SHORT_CUT,
                                        Source.KXX_SHORT_CUT),
                                Words.of("国家级奖励、省部级研发机构、标准制定", "awards, R&D bodies and standards"))));
    }

    private static Item rd(FirmFacts facts) {
        Words name = Words.of("研发投入", "R&D spending");
        Item toSales = Item.of(
                new Item.Head("RD", name, Source.KXX),
                PublishedTables.KXX_RD_TO_SALES,
                label("占销售收入", "of sales", facts.share(Figure.RD_EXPENSE, Figure.REVENUE)));
        Item toCosts = Item.of(
                new Item.Head("RD", name, Source.KXX),
                PublishedTables.KXX_RD_TO_COSTS,
                label("占成本费用", "of costs", facts.share(Figure.RD_EXPENSE, Figure.TOTAL_COST)));
        return toSales.orBetter(toCosts);
    }

    private static Finding label(String chinese, String english, Finding finding) {
        return finding.missing().isPresent()
                ? finding
                : Finding.known(
                        finding.value().low(),
                        Words.of(
                                chinese + finding.text().chinese(),
                                finding.text().english() + " " + english));
    }

    private static Item rights(IntellectualProperty rights) {
        return Item.of(
                new Item.Head("RIGHTS", Words.of("科技成果（知识产权）", "results: intellectual property"), Source.KXX),
                PublishedTables.kxxRights(rights.classOne(), rights.classTwo()),
                Finding.partly(rights.classOne(), rights.text(), rights.missing()));
    }

    private static Requirement staffNotZero(Item staff) {
        return Requirement.of(
                new Requirement.Head(
                        "STAFF_NOT_ZERO",
                        Words.of("科技人员指标得分不为0", "the staff item is not 0"),
                        Kind.REPLACEABLE,
                        Source.KXX),
                staff.points().exceeds(0),
                new Finding(staff.points(), staff.found(), staff.missing()));
    }

    private static Requirement size(String code, String chinese, String english, Finding finding, double most) {
        return Requirement.of(
                new Requirement.Head(code, Words.of(chinese, english), Kind.NECESSARY, Source.KXX_SIZE),
                finding.value().staysWithin(most),
                finding);
    }
}
