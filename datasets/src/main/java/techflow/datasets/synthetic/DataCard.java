package techflow.datasets.synthetic;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import techflow.features.signal.SignalKind;

/** The data card of a synthetic population, in Chinese and English. */
final class DataCard {
    private DataCard() {}

    static String of(PopulationReport report) {
        return Stream.of(
                        head(report.settings()),
                        counts(report),
                        years(report),
                        sources(report),
                        rows(report),
                        truth(report),
                        TEXT)
                .collect(Collectors.joining("\n"));
    }

    private static String head(EconomySettings settings) {
        return """
                # SYNTHETIC DATA · 合成数据

                **SYNTHETIC. 本数据集完全由程序合成，其中没有任何真实企业、名称、代码或数字；不得用于任何真实的授信决定。**

                **SYNTHETIC. Everything here is made by a program: no firm, name, code or figure is real. Never use it for a real credit decision.**

                | setting 参数 | value 值 |
                |---|---|
                | firms 企业数 | %d |
                | seed 随机种子 | %d |
                | until 模拟至 | %s |
                | random generator 随机数发生器 | XoShiRo256++ (Apache Commons RNG) |
                """.formatted(settings.firms(), settings.seed(), settings.until());
    }

    private static String counts(PopulationReport report) {
        return """
                ## Counts · 数量

                %d firms 企业, %d of them defaulted while observed 观察期内违约, %d rows 行.
                """.formatted(report.firms(), report.defaults(), report.totalRows());
    }

    private static String years(PopulationReport report) {
        String lines = report.years().stream()
                .map(year -> line(
                        "| %s | %.0f | %d | %.2f %% |",
                        year.last(), year.firmYears(), year.defaults(), 100 * year.defaultRate()))
                .collect(Collectors.joining("\n"));
        return """
                ## Default rate per year · 年违约率

                | twelve months to 截至 | firm-years 户年 | defaults 违约 | rate 违约率 |
                |---|---|---|---|
                %s
                """.formatted(lines);
    }

    private static String sources(PopulationReport report) {
        String lines = Stream.of(Source.values())
                .map(source -> line(
                        "| %s | %s | %.1f %% | %.1f %% |",
                        source.name().toLowerCase(Locale.ROOT),
                        source.system(),
                        100 * report.connectedShare().getOrDefault(source, Double.NaN),
                        100 * report.withheldShare().getOrDefault(source, Double.NaN)))
                .collect(Collectors.joining("\n"));
        return """
                ## Missing per source · 各来源缺失

                Share of firms that have records there, and of these the share whose records are withheld or not matched. Small and young firms disclose less: missing is not at random.
                有记录的企业占比，以及其中未披露或未匹配的占比；小企业和新企业披露更少，并非随机缺失。

                | source 来源 | system 系统 | connected 有记录 | missing 缺失 |
                |---|---|---|---|
                %s
                """.formatted(lines);
    }

    private static String rows(PopulationReport report) {
        String lines = Stream.of(SignalKind.values())
                .map(kind -> line(
                        "| %s | %s | %d |",
                        kind.fileStem(), kind.chineseName(), report.rows().getOrDefault(kind, 0L)))
                .collect(Collectors.joining("\n"));
        return """
                ## Rows per kind · 各类行数

                Every version of every observation; a restatement is a row of its own. 含更正版本。

                | kind 类别 | name 名称 | rows 行数 |
                |---|---|---|
                %s
                """.formatted(lines);
    }

    private static String truth(PopulationReport report) {
        PopulationReport.Truth truth = report.truth();
        return line("""
                ## True PD · 真实违约概率

                AUC of the true PD 真实 PD 的 AUC: **%.3f** over %d firm-months with twelve observed months. No model can rank better on average; a model that comes near has seen the generator, not the world.
                Mean true PD 平均真实 PD %.2f %%, observed rate 实际违约率 %.2f %%.
                """, truth.auc(), truth.points(), 100 * truth.meanPd(), 100 * truth.observedRate());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static final String TEXT = """
            ## What the columns mean · 字段说明

            - `signals/*.csv`: raw signals by kind 原始信号; `known_at` is when a lender could have known 可知时间.
            - `outcomes.csv`: `defaulted_on` is empty for a firm alive at `observed_until` 空值表示观察期内未违约.
            - `truth.csv`: `true_pd_12m` is the probability of default within the twelve months after the end of `month`, given the hidden state at that moment and survival until then. It is a secret of the generator, for measuring models, never a feature. `gaming` names what the firm does in that month to look better than it is (CIRCULAR_INVOICES, PATENT_BURST, BOUGHT_PATENTS, joined by |), empty for most: another secret.
              给定该月末隐含状态且存活时，其后十二个月内违约的概率；只用于检验模型，绝不能作为特征。`gaming` 为该月企业的粉饰行为（循环开票、突击申请低价值专利、购买专利），多数为空，同样不得作为特征。

            ## How it was made · 生成方法

            Hidden quality, cash, debt and technology of each firm, its industry and the economy move month by month. Businesses follow them, sources report the businesses late, partly and with errors, and defaults are drawn from the hidden hazard by a random stream of their own: nothing that happened before a default knows of it. All rates, weights and effects are our own settings, not estimates from any real portfolio.
            各企业的隐含质量、现金、负债、技术能力以及行业和宏观状态逐月变化；经营随之变化，各来源滞后、部分且有误差地报送；违约由隐含风险率独立抽取，违约之前的信号不含违约信息。所有参数均为我们自设，并非来自任何真实资产组合。

            ## Corrections, late arrivals and gaming · 更正、迟到与粉饰

            About one month in sixty of tax, invoices and contributions is restated weeks or months later, about as many arrive two to seven months late; payments, closed cases, released encumbrances, repaired penalties and ratings and later citations are restatements too. One firm in five files its taxes by type, the others one total. Some firms have two electricity meters or two bank accounts. Some strained firms game: they let invoices circle for 8 to 18 months (sales and purchases rise, electricity does not), file many patents of little value at once, or buy patents before a high-tech certificate. Gaming is drawn from the hidden strain and moves no default.
            约六十分之一的纳税、发票和缴存月份事后更正，约同样比例迟到两至七个月；付款、结案、解除、修复和后续被引也以更正版本到达。五分之一的企业分税种申报，其余为合计。部分企业有两个电表或两个账户。部分紧张企业会粉饰：循环开票八至十八个月（销售与采购上升而用电不升）、集中申请低价值专利、在高企认定前购买专利。粉饰由隐含压力抽取，不改变违约。

            ## Limits · 局限

            No group structures, no sampling of loan applicants, no fraud but the tricks above. Performance here says nothing about performance on real firms.
            没有集团关系、申请人选择，除上述粉饰外没有欺诈；在此数据上的表现不代表在真实企业上的表现。
            """;
}
