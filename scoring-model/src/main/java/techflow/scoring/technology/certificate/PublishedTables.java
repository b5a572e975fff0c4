package techflow.scoring.technology.certificate;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.technology.certificate.PointTable.Step;

/** The tables as they are published, one constant each; a boundary belongs to the better row. */
final class PublishedTables {
    /** 科技人员指标, 20 points. */
    static final PointTable KXX_STAFF = PointTable.shares(0, 0.30, 20, 0.25, 16, 0.20, 12, 0.15, 8, 0.10, 4);

    /** 研发费用 / 销售收入, 50 points. */
    static final PointTable KXX_RD_TO_SALES = PointTable.shares(0, 0.06, 50, 0.05, 40, 0.04, 30, 0.03, 20, 0.02, 10);

    /** 研发费用 / 成本费用支出, 50 points: the other choice. */
    static final PointTable KXX_RD_TO_COSTS = PointTable.shares(0, 0.30, 50, 0.25, 40, 0.20, 30, 0.15, 20, 0.10, 10);

    /** 研发费用 / 营业收入, 20 points. */
    static final PointTable CXX_RD = PointTable.shares(0, 0.05, 20, 0.03, 15, 0.02, 10, 0.01, 5);

    /** 主营业务收入增长率, 20 points. */
    static final PointTable CXX_GROWTH = PointTable.shares(0, 0.15, 20, 0.10, 15, 0.05, 10, 0, 5);

    /** 资产负债率, 10 points; lower is better. */
    static final PointTable CXX_LEVERAGE = PointTable.lowShares(0, 0.55, 10, 0.75, 5);

    /** 主营业务收入 / 营业收入, 20 points. */
    static final PointTable CXX_MAIN_SHARE = PointTable.shares(0, 0.70, 20, 0.60, 15, 0.55, 10, 0.50, 5);

    /** 海宁 注册资金, 10 points. */
    static final PointTable HAINING_CAPITAL =
            PointTable.amounts(Figures::money, 2, 50_000_000, 10, 10_000_000, 8, 3_000_000, 4);

    /** 海宁 注册时间, 10 points. */
    static final PointTable HAINING_AGE = PointTable.amounts(Figures::years, 2, 20, 10, 10, 8, 5, 4);

    /** 安吉 注册资金, 10 points. */
    static final PointTable ANJI_CAPITAL =
            PointTable.amounts(Figures::money, 2, 50_000_000, 10, 10_000_000, 8, 5_000_000, 4);

    /** 安吉 注册时间, 10 points. */
    static final PointTable ANJI_AGE = PointTable.amounts(Figures::years, 2, 10, 10, 5, 6);

    /** 安吉 员工人数, 10 points. */
    static final PointTable ANJI_STAFF = PointTable.amounts(Figures::persons, 2, 1000, 10, 300, 8, 20, 6);

    private static final double[] GROWTH_LIMITS = {0.35, 0.25, 0.15, 0.05};

    private PublishedTables() {}

    /** 科技成果指标, 30 points. */
    static List<Step> kxxRights(Extent classOne, Extent classTwo) {
        return List.of(
                Step.of(classOne.reaches(1), 30, Words.of("Ⅰ类≥1项", "class I ≥ 1")),
                Step.of(classTwo.reaches(4), 24, Words.of("Ⅱ类≥4项", "class II ≥ 4")),
                Step.of(classTwo.reaches(3), 18, Words.of("Ⅱ类3项", "class II 3")),
                Step.of(classTwo.reaches(2), 12, Words.of("Ⅱ类2项", "class II 2")),
                Step.of(classTwo.reaches(1), 6, Words.of("Ⅱ类1项", "class II 1")),
                Step.of(Answer.MET, 0, Words.of("没有", "none")));
    }

    /** 与主导产品相关的有效知识产权, 20 points. */
    static List<Step> cxxRights(Extent highValue, Extent ownClassOne, Extent classOne, Extent classTwo) {
        return List.of(
                Step.of(highValue.reaches(1), 20, Words.of("Ⅰ类高价值≥1项", "class I of high value ≥ 1")),
                Step.of(ownClassOne.reaches(1), 15, Words.of("自主研发Ⅰ类≥1项", "own class I ≥ 1")),
                Step.of(classOne.reaches(1), 10, Words.of("Ⅰ类≥1项", "class I ≥ 1")),
                Step.of(classTwo.reaches(1), 5, Words.of("Ⅱ类≥1项", "class II ≥ 1")),
                Step.of(Answer.MET, 0, Words.of("无", "none")));
    }

    /** 主导产品所属领域, 10 points. */
    static List<Step> cxxField(Answer strategic) {
        return List.of(
                Step.of(strategic, 10, Words.of("属于战略性新兴产业", "a strategic emerging industry")),
                Step.of(Answer.MET, 5, Words.of("其他领域", "another field")));
    }

    /** 高企 知识产权数量, 8 points; experts choose within the row. */
    static List<Step> gqRights(Extent classOne, Extent classTwo) {
        return List.of(
                new Step(classOne.reaches(1), new Extent(7, 8), Words.of("Ⅰ类≥1项", "class I ≥ 1")),
                new Step(classTwo.reaches(5), new Extent(5, 6), Words.of("Ⅱ类≥5项", "class II ≥ 5")),
                new Step(classTwo.reaches(3), new Extent(3, 4), Words.of("Ⅱ类3–4项", "class II 3–4")),
                new Step(classTwo.reaches(1), new Extent(1, 2), Words.of("Ⅱ类1–2项", "class II 1–2")),
                Step.of(Answer.MET, 0, Words.of("0项", "none")));
    }

    /** 高企 知识产权获得方式, 6 points; experts choose within the row. */
    static List<Step> gqOrigin(Answer own, Answer any) {
        return List.of(
                new Step(own, new Extent(1, 6), Words.of("有自主研发", "own development")),
                new Step(any, new Extent(1, 3), Words.of("仅有受让、受赠和并购等", "bought only")),
                Step.of(Answer.MET, 0, Words.of("无", "none")));
    }

    /** 高企 净资产增长率 and 销售收入增长率, 10 points each; experts choose within the row. */
    static List<Step> gqGrowth(Extent growth) {
        List<Step> steps = new ArrayList<>();
        double points = 10;
        for (double limit : GROWTH_LIMITS) {
            steps.add(new Step(
                    growth.reaches(limit),
                    new Extent(points - 1, points),
                    PointTable.signed("≥", Figures.percent(limit))));
            points -= 2;
        }
        steps.add(new Step(growth.exceeds(0), new Extent(1, 2), Words.same(">0")));
        steps.add(Step.of(Answer.MET, 0, Words.same("≤0")));
        return steps;
    }

    /** 海宁 研发能力: invention 10, utility model 4, design 3, at most 60. */
    static double hainingRights(int inventions, int utilityModels, int designs) {
        return Math.min(60, 10.0 * inventions + 4.0 * utilityModels + 3.0 * designs);
    }

    /** 海宁 知识资本运营力: ever pledged 20, else 5. */
    static List<Step> hainingPledge(Answer pledged) {
        return List.of(
                Step.of(pledged, 20, Words.of("进行过知识产权质押融资", "rights were pledged for a loan")),
                Step.of(Answer.MET, 5, Words.of("没有", "never")));
    }
}
