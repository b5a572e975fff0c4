package techflow.scoring.technology.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.signal.TechnologyField;
import techflow.scoring.technology.certificate.CertificateAssessment.Threshold;
import techflow.scoring.technology.certificate.CertificateRules.Draft;
import techflow.scoring.technology.certificate.FirmFacts.Figure;
import techflow.scoring.technology.certificate.Requirement.Kind;

/** 高新技术企业: conditions, and more than 70 of 100 points of innovation ability, most of which experts give. */
final class HighTechRule {
    private static final double MAXIMUM = 100;
    private static final Threshold THRESHOLD = new Threshold(70, true);
    private static final double MOST_RIGHTS = 30;
    private static final double STAFF_SHARE = 0.10;
    private static final double INCOME_SHARE = 0.60;
    private static final double DOMESTIC_SHARE = 0.60;
    private static final double SMALL = 5e7;
    private static final double MEDIUM = 2e8;
    private static final int YEARS = 3;

    private HighTechRule() {}

    static Draft draft(FirmFacts facts, IntellectualProperty rights) {
        List<Item> property = property(rights);
        List<Item> rest = List.of(
                Item.unpublished(
                        head("CONVERSION", "科技成果转化能力", "conversion of results"),
                        30,
                        Words.of("近三年成果转化项数及专家评分", "conversions in 3 years, rated by experts")),
                Item.unpublished(
                        head("MANAGEMENT", "研究开发组织管理水平", "management of R&D"),
                        20,
                        Words.of("研发管理制度，专家评分", "R&D management, rated by experts")),
                growth("NET_ASSET_GROWTH", "净资产增长率", "growth of net assets", facts.meanGrowth(Figure.NET_ASSETS)),
                growth("SALES_GROWTH", "销售收入增长率", "growth of sales", facts.meanGrowth(Figure.REVENUE)));
        List<Item> items = new ArrayList<>(property);
        items.addAll(rest);
        Extent sum = Item.sum(property).atMost(MOST_RIGHTS).plus(Item.sum(rest));
        return Draft.points(items, sum, MAXIMUM, THRESHOLD, conditions(facts, rights));
    }

    private static Item.Head head(String code, String chinese, String english) {
        return new Item.Head(code, Words.of(chinese, english), Source.GQ_SCORE);
    }

    private static List<Item> property(IntellectualProperty rights) {
        Finding found = Finding.partly(rights.any(), rights.text(), rights.missing());
        Words experts = Words.of("专家评分", "rated by experts");
        return List.of(
                Item.unpublished(head("LEVEL", "技术的先进程度", "level of the technology"), 8, experts),
                Item.unpublished(head("SUPPORT", "对主要产品的核心支持作用", "support of the main product"), 8, experts),
                Item.of(
                        head("RIGHTS", "知识产权数量", "number of rights"),
                        PublishedTables.gqRights(rights.classOne(), rights.classTwo()),
                        found),
                Item.of(
                        head("ORIGIN", "知识产权获得方式", "how rights were obtained"),
                        PublishedTables.gqOrigin(
                                rights.anyOwn() ? Answer.MET : Answer.OPEN,
                                rights.any().reaches(1)),
                        found),
                Item.unpublished(
                        head("STANDARDS", "参与编制标准（加分）", "bonus: taking part in standards"),
                        2,
                        Words.of("参与编制国家或行业标准", "part in national or industry standards")));
    }

    private static Item growth(String code, String chinese, String english, Finding growth) {
        return Item.of(
                new Item.Head(code, Words.of(chinese, english), Source.GQ_GROWTH),
                PublishedTables.gqGrowth(growth.value()),
                growth);
    }

    private static List<Requirement> conditions(FirmFacts facts, IntellectualProperty rights) {
        Finding age = facts.age();
        Finding staff = facts.share(Figure.RD_STAFF, Figure.STAFF);
        Finding income = facts.share(Figure.HIGH_TECH_REVENUE, Figure.REVENUE);
        Finding found = Finding.partly(rights.any(), rights.text(), rights.missing());
        Finding domestic = facts.shareSince(Figure.RD_IN_CHINA, Figure.RD_EXPENSE, firstYear(facts));
        return List.of(
                necessary(
                        "AGE",
                        "注册成立一年以上",
                        "registered for at least one year",
                        age.value().reaches(1),
                        age),
                necessary(
                        "PROPERTY",
                        "拥有主要产品核心技术的知识产权",
                        "rights to the core technology of the main product",
                        rights.any().reaches(1),
                        found),
                field(facts),
                necessary(
                        "STAFF",
                        "科技人员占比不低于10%",
                        "R&D staff at least 10% of all staff",
                        staff.value().reaches(STAFF_SHARE),
                        staff),
                rd(facts),
                necessary(
                        "RD_IN_CHINA",
                        "近三年境内研发费用占比不低于60%",
                        "at least 60% of R&D of 3 years spent in China",
                        domestic.value().reaches(DOMESTIC_SHARE),
                        domestic),
                necessary(
                        "INCOME",
                        "高新技术产品收入占总收入不低于60%（按营业收入计算）",
                        "high-tech income at least 60% of income (taken of revenue)",
                        income.value().reaches(INCOME_SHARE),
                        income),
                declared("CONDUCT", "申请前一年无重大安全、质量事故或严重环境违法", "no major accident or offence in the year before"));
    }

    private static Requirement necessary(String code, String chinese, String english, Answer answer, Finding found) {
        return Requirement.of(
                new Requirement.Head(code, Words.of(chinese, english), Kind.NECESSARY, Source.GQ), answer, found);
    }

    private static Requirement declared(String code, String chinese, String english) {
        return Requirement.untold(
                new Requirement.Head(code, Words.of(chinese, english), Kind.DECLARED, Source.GQ),
                Words.of("企业声明", "the firm's declaration"));
    }

    private static Requirement field(FirmFacts facts) {
        Optional<EnterpriseProfile> profile = facts.profile();
        Finding found = profile.map(one -> Finding.known(1, field(one.field())))
                .orElse(Finding.unknown(Extent.ANYTHING, Words.of("技术领域", "the technology field")));
        return necessary(
                "FIELD",
                "技术属于国家重点支持的高新技术领域",
                "technology within the state-supported fields",
                profile.isPresent() ? Answer.MET : Answer.OPEN,
                found);
    }

    private static Words field(TechnologyField field) {
        return switch (field) {
            case ELECTRONIC_INFORMATION -> Words.of("电子信息", "electronic information");
            case BIOMEDICINE -> Words.of("生物与新医药", "biomedicine");
            case AEROSPACE -> Words.of("航空航天", "aerospace");
            case NEW_MATERIALS -> Words.of("新材料", "new materials");
            case HIGH_TECH_SERVICES -> Words.of("高技术服务", "high-tech services");
            case NEW_ENERGY -> Words.of("新能源与节能", "new energy");
            case RESOURCES_ENVIRONMENT -> Words.of("资源与环境", "resources and environment");
            case ADVANCED_MANUFACTURING -> Words.of("先进制造与自动化", "advanced manufacturing");
        };
    }

    /** The share of R&D in sales over three years, by the sales of the last of them. */
    private static Requirement rd(FirmFacts facts) {
        Finding sales = facts.amount(Figure.REVENUE);
        Finding share = facts.shareSince(Figure.RD_EXPENSE, Figure.REVENUE, firstYear(facts));
        Requirement.Head head = new Requirement.Head(
                "RD",
                Words.of(
                        "近三年研发费用占销售收入：≤5000万元5%，≤2亿元4%，以上3%",
                        "R&D of sales in 3 years: 5% up to RMB 50m, 4% up to 200m, 3% above"),
                Kind.NECESSARY,
                Source.GQ);
        return sales.value().isKnown()
                ? Requirement.of(
                        head, share.value().reaches(leastRd(sales.value().low())), share)
                : Requirement.of(head, Answer.OPEN, sales);
    }

    static double leastRd(double sales) {
        if (sales <= SMALL) {
            return 0.05;
        }
        return sales <= MEDIUM ? 0.04 : 0.03;
    }

    /** A firm of less than three years is rated over the years it has worked. */
    private static int firstYear(FirmFacts facts) {
        int third = facts.ratedYear() - YEARS + 1;
        int begun = facts.profile()
                .map(profile -> profile.establishedOn().getYear())
                .orElse(third);
        return Math.min(facts.ratedYear(), Math.max(third, begun));
    }
}
