package techflow.scoring.technology.certificate;

import java.util.List;
import java.util.Optional;
import techflow.scoring.technology.certificate.CertificateRules.Draft;
import techflow.scoring.technology.certificate.FirmFacts.Figure;
import techflow.scoring.technology.certificate.Requirement.Kind;

/** 专精特新"小巨人": a list of conditions; those of innovation ability may be replaced by a short cut. */
final class LittleGiantRule {
    private static final double NICHE_YEARS = 3;
    private static final double LEVERAGE = 0.70;
    private static final double MAIN_SHARE = 0.70;
    private static final double GROWTH = 0.05;
    private static final double EQUITY_OF_SMALL = 8e7;
    private static final double LARGE = 1e8;
    private static final double MEDIUM = 5e7;
    private static final double RD_OF_SMALL = 3e7;
    private static final double RD_STAFF_OF_SMALL = 0.5;

    private LittleGiantRule() {}

    static Draft draft(FirmFacts facts, IntellectualProperty rights) {
        Finding leverage = facts.share(Figure.LIABILITIES, Figure.TOTAL_ASSETS);
        Finding age = facts.age();
        return Draft.conditions(List.of(
                // a firm cannot have worked in its niche for longer than it exists
                Requirement.of(
                        head("NICHE_YEARS", "从事特定细分市场3年以上", "3 years in the niche", Kind.NECESSARY),
                        new Extent(0, age.value().high()).reaches(NICHE_YEARS),
                        new Finding(
                                Extent.ANY_AMOUNT,
                                Words.of(
                                        "成立" + age.text().chinese(),
                                        "registered for " + age.text().english()),
                                Optional.of(Words.of("从事细分市场的年限", "years in the niche")))),
                reaches(
                        head("MAIN_SHARE", "主营业务收入占比不低于70%", "main business at least 70% of revenue", Kind.NECESSARY),
                        facts.share(Figure.MAIN_REVENUE, Figure.REVENUE),
                        MAIN_SHARE),
                reaches(
                        head(
                                "GROWTH",
                                "近2年主营业务收入平均增长率不低于5%",
                                "mean growth of main business at least 5% in 2 years",
                                Kind.NECESSARY),
                        facts.meanGrowth(Figure.MAIN_REVENUE),
                        GROWTH),
                Requirement.of(
                        head("LEVERAGE", "资产负债率不高于70%", "liabilities at most 70% of assets", Kind.NECESSARY),
                        leverage.value().staysWithin(LEVERAGE),
                        leverage),
                untold(
                        "NICHE_SHARE",
                        "主导产品全国细分市场占有率10%以上",
                        "national niche share at least 10%",
                        "细分市场占有率",
                        "niche market share"),
                untold(
                        "QUALITY",
                        "信息系统、管理体系认证、自主品牌",
                        "information system, certified management, own brand",
                        "体系认证与品牌",
                        "certified management and brand"),
                rd(facts),
                Requirement.untold(
                        head("RD_BODY", "自建或联合建立研发机构", "an own or joint R&D body", Kind.REPLACEABLE),
                        Words.of("研发机构", "R&D body")),
                Requirement.of(
                        head("RIGHTS", "2项以上Ⅰ类知识产权且已应用", "at least 2 class I rights in use", Kind.REPLACEABLE),
                        rights.heldClassOne().reaches(2),
                        Finding.partly(rights.heldClassOne(), rights.text(), IntellectualProperty.MISSING_CLASS_I)),
                Requirement.untold(
                        head(
                                "SHORT_CUT",
                                "创新直通：近三年国家级科技奖励前三名，或“创客中国”全国50强",
                                "short cut: national award in 3 years or a national contest's best 50",
                                Kind.SHORT_CUT),
                        Words.of("国家级奖励、创客中国名次", "national awards and contests"))));
    }

    private static Requirement.Head head(String code, String chinese, String english, Kind kind) {
        return new Requirement.Head(code, Words.of(chinese, english), kind, Source.XJR);
    }

    private static Requirement untold(
            String code, String chinese, String english, String missingChinese, String missingEnglish) {
        return Requirement.untold(
                head(code, chinese, english, Kind.NECESSARY), Words.of(missingChinese, missingEnglish));
    }

    private static Requirement reaches(Requirement.Head head, Finding finding, double least) {
        return Requirement.of(head, finding.value().reaches(least), finding);
    }

    /** R&D by the size of the firm: both of the last two years for a larger one, equity and staff for a small one. */
    private static Requirement rd(FirmFacts facts) {
        Requirement.Head head = head(
                "RD",
                "营收≥1亿元近2年研发占比均≥3%，≥5000万元均≥6%，以下另计股权融资8000万元、研发3000万元、人员50%",
                "R&D of revenue in each of 2 years: 3% from RMB 100m, 6% from 50m; below: equity 80m, R&D 30m, staff 50%",
                Kind.REPLACEABLE);
        Finding revenue = facts.amount(Figure.REVENUE);
        if (!revenue.value().isKnown()) {
            return Requirement.of(head, Answer.OPEN, revenue);
        }
        return revenue.value().low() >= MEDIUM
                ? ofLarger(head, facts, revenue.value().low() >= LARGE ? 0.03 : 0.06)
                : ofSmaller(head, facts);
    }

    private static Requirement ofLarger(Requirement.Head head, FirmFacts facts, double least) {
        Finding last = facts.share(Figure.RD_EXPENSE, Figure.REVENUE);
        Finding before = facts.share(Figure.RD_EXPENSE, Figure.REVENUE, facts.ratedYear() - 1);
        return Requirement.of(
                head,
                last.value().reaches(least).and(before.value().reaches(least)),
                new Finding(
                        last.value(),
                        last.text().and(before.text()),
                        last.missing().or(before::missing)));
    }

    private static Requirement ofSmaller(Requirement.Head head, FirmFacts facts) {
        Finding spent = facts.amount(Figure.RD_EXPENSE);
        Finding staff = facts.share(Figure.RD_STAFF, Figure.STAFF);
        Finding equity = facts.equityOfLast(2);
        Answer answer = spent.value()
                .reaches(RD_OF_SMALL)
                .and(staff.value().reaches(RD_STAFF_OF_SMALL))
                .and(equity.value().reaches(EQUITY_OF_SMALL));
        return Requirement.of(
                head,
                answer,
                new Finding(
                        Extent.ANYTHING,
                        spent.text().and(staff.text()).and(equity.text()),
                        spent.missing().or(staff::missing).or(equity::missing)));
    }
}
