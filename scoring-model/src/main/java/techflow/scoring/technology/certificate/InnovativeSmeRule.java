package techflow.scoring.technology.certificate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.SignalKind;
import techflow.scoring.technology.certificate.CertificateAssessment.Threshold;
import techflow.scoring.technology.certificate.CertificateRules.Draft;
import techflow.scoring.technology.certificate.FirmFacts.Figure;
import techflow.scoring.technology.certificate.Requirement.Kind;

/** 创新型中小企业: 100 points, at least 60 with 20, 15 and 15 in the three parts, or a short cut. */
final class InnovativeSmeRule {
    private static final double MAXIMUM = 100;
    private static final Threshold THRESHOLD = new Threshold(60, false);
    private static final int YEARS = 3;
    private static final double EQUITY = 5e6;

    private InnovativeSmeRule() {}

    static Draft draft(FirmFacts facts, IntellectualProperty rights) {
        List<Item> innovation = List.of(rights(rights), rd(facts));
        List<Item> growth = List.of(growth(facts), leverage(facts));
        List<Item> specialisation = List.of(field(), mainShare(facts));
        List<Item> items = Stream.of(innovation, growth, specialisation)
                .flatMap(List::stream)
                .toList();
        return Draft.points(
                items,
                Item.sum(items),
                MAXIMUM,
                THRESHOLD,
                List.of(
                        part("INNOVATION", "创新能力不低于20分", "innovation at least 20", innovation, 20),
                        part("GROWTH_PART", "成长性不低于15分", "growth at least 15", growth, 15),
                        part("SPECIALISATION", "专业化不低于15分", "specialisation at least 15", specialisation, 15),
                        award(facts),
                        Lists.holds(
                                facts,
                                CertificateType.HIGH_TECH_ENTERPRISE,
                                Words.of("直接条件：高新技术企业等荣誉有效", "short cut: a valid high-tech certificate or the like"),
                                Source.CXX),
                        body(),
                        equity(facts)));
    }

    private static Item rights(IntellectualProperty rights) {
        return Item.of(
                new Item.Head("RIGHTS", Words.of("有效知识产权", "rights in force"), Source.CXX),
                PublishedTables.cxxRights(
                        rights.highValueClassOne(),
                        rights.ownClassOne(),
                        rights.heldClassOne(),
                        rights.maintainedClassTwo()),
                Finding.partly(
                        rights.highValueClassOne(),
                        rights.text(),
                        rights.missing().and(Words.of("海外同族与收入、质押金额", "families and income abroad, sums pledged"))));
    }

    private static Item rd(FirmFacts facts) {
        return Item.of(
                new Item.Head("RD", Words.of("研发费用占营业收入", "R&D of revenue"), Source.CXX),
                PublishedTables.CXX_RD,
                facts.share(Figure.RD_EXPENSE, Figure.REVENUE));
    }

    private static Item growth(FirmFacts facts) {
        return Item.of(
                new Item.Head("GROWTH", Words.of("主营业务收入增长率", "growth of main business revenue"), Source.CXX),
                PublishedTables.CXX_GROWTH,
                facts.growth(Figure.MAIN_REVENUE));
    }

    private static Item leverage(FirmFacts facts) {
        return Item.of(
                new Item.Head("LEVERAGE", Words.of("资产负债率", "liabilities of assets"), Source.CXX),
                PublishedTables.CXX_LEVERAGE,
                facts.share(Figure.LIABILITIES, Figure.TOTAL_ASSETS));
    }

    private static Item field() {
        return Item.of(
                new Item.Head("FIELD", Words.of("主导产品所属领域", "field of the main product"), Source.CXX),
                PublishedTables.cxxField(Answer.OPEN),
                Finding.unknown(
                        Extent.ANYTHING, Words.of("是否属于战略性新兴产业分类", "whether it is a strategic emerging industry")));
    }

    private static Item mainShare(FirmFacts facts) {
        return Item.of(
                new Item.Head("MAIN_SHARE", Words.of("主营业务收入占比", "main business of revenue"), Source.CXX),
                PublishedTables.CXX_MAIN_SHARE,
                facts.share(Figure.MAIN_REVENUE, Figure.REVENUE));
    }

    private static Requirement part(String code, String chinese, String english, List<Item> items, double least) {
        Extent sum = Item.sum(items);
        Words found = sum.isKnown()
                ? Words.same(Figures.plain(sum.low()))
                : Words.same(Figures.plain(sum.low()) + "–" + Figures.plain(sum.high()));
        return Requirement.of(
                new Requirement.Head(code, Words.of(chinese, english), Kind.REPLACEABLE, Source.CXX),
                sum.reaches(least),
                new Finding(sum, found, Optional.empty()));
    }

    /** Awards as the yearly indicators report them, provincial or higher, of the last three calendar years. */
    private static Requirement award(FirmFacts facts) {
        Requirement.Head head = new Requirement.Head(
                "AWARD",
                Words.of("直接条件：近三年国家级或省级科技奖励", "short cut: a national or provincial award in 3 years"),
                Kind.SHORT_CUT,
                Source.CXX);
        OptionalDouble awards =
                facts.snapshot().signals(SignalKind.INNOVATION_INDICATORS, InnovationIndicators.class).stream()
                        .filter(one -> one.year() >= facts.today().getYear() - YEARS)
                        .filter(one -> one.values().containsKey(InnovationIndicator.AWARDS))
                        .mapToDouble(one -> one.values().getOrDefault(InnovationIndicator.AWARDS, 0.0))
                        .reduce(Double::sum);
        return awards.isPresent() && awards.getAsDouble() >= 1
                ? Requirement.of(
                        head, Answer.MET, Finding.known(awards.getAsDouble(), Figures.pieces(awards.getAsDouble())))
                : Requirement.untold(head, Words.of("科技奖励", "science awards"));
    }

    private static Requirement body() {
        return Requirement.untold(
                new Requirement.Head(
                        "RD_BODY",
                        Words.of("直接条件：省部级以上研发机构", "short cut: a recognised provincial R&D body"),
                        Kind.SHORT_CUT,
                        Source.CXX),
                Words.of("省部级以上研发机构", "provincial R&D body"));
    }

    private static Requirement equity(FirmFacts facts) {
        Finding raised = facts.equityOfLast(YEARS);
        return Requirement.of(
                new Requirement.Head(
                        "EQUITY",
                        Words.of(
                                "直接条件：近三年新增股权融资≥" + Figures.money(EQUITY).chinese(),
                                "short cut: new equity of at least "
                                        + Figures.money(EQUITY).english() + " in 3 years"),
                        Kind.SHORT_CUT,
                        Source.CXX),
                raised.value().reaches(EQUITY),
                raised);
    }
}
