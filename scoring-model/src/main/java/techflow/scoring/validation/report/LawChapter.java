package techflow.scoring.validation.report;

import java.util.List;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Which rule asks for what, and where it stands. A map for the reader, not legal advice. */
final class LawChapter implements Chapter {
    @Override
    public Section section(ValidationReport report) {
        return new Section(
                "law",
                "A",
                new Bilingual("附录：法规条文对照", "Appendix: map of Chinese rules"),
                List.of(
                        Block.paragraph(
                                Tone.CAREFUL,
                                "本表帮助定位，不是法律意见；标“待核”的条号来自转载文本，引用前请核对官方文本。",
                                "A map for the reader, not legal advice; article numbers marked “to be checked” come from"
                                        + " reprinted texts: compare the official text before citing."),
                        new Block.Table(
                                "articles",
                                new Bilingual("要求与所在位置", "What is asked, and where it stands"),
                                List.of(
                                        Column.of("rule", "法规", "Rule"),
                                        Column.of("article", "条", "Article"),
                                        Column.of("asks", "要求", "What it asks"),
                                        Column.of("where", "见", "Where")),
                                List.of(
                                        row(
                                                "商业银行互联网贷款管理暂行办法（2020）",
                                                "Interim rules on internet loans of commercial banks (2020)",
                                                "30–33（待核）",
                                                "30–33 (to be checked)",
                                                "风险数据来源合法、授权、必要、有效；全周期保护；准确、完整、一致、及时、有效",
                                                "lawful, authorised, necessary and effective data; protection through the life cycle; quality",
                                                "2"),
                                        row(
                                                "同上",
                                                "the same",
                                                "34（待核）",
                                                "34 (to be checked)",
                                                "模型开发、测试、评审、监测、优化、退出职责分离，不得外包",
                                                "separate duties for development, testing, review, monitoring, optimisation and retirement; not outsourced",
                                                "11, 13"),
                                        row(
                                                "同上",
                                                "the same",
                                                "35",
                                                "35",
                                                "根据产品、客户、数据选择方法",
                                                "a method that suits product, customer and data",
                                                "3, 9"),
                                        row(
                                                "征信业务管理办法（人民银行令〔2021〕第4号）",
                                                "Measures on credit reporting business (PBoC Order 4 of 2021)",
                                                "条号待核",
                                                "article to be checked",
                                                "评价规则可解释，信息来源可追溯",
                                                "evaluation explainable in its rules and traceable in its sources",
                                                "2, 3, 8"),
                                        row(
                                                "征信业管理条例（国务院令第631号）",
                                                "Regulation on the credit reporting industry (State Council 631)",
                                                "25",
                                                "25",
                                                "异议 20 日内核查并书面答复",
                                                "objections checked and answered in writing within 20 days",
                                                "8, 10"),
                                        row(
                                                "个人信息保护法",
                                                "Personal Information Protection Law",
                                                "24",
                                                "24",
                                                "自动化决策透明、公平；重大影响时可要求说明并拒绝仅由机器决定（仅涉及自然人时）",
                                                "automated decisions transparent and fair; explanation and refusal where they matter greatly (natural persons only)",
                                                "1, 8, 12"),
                                        row(
                                                "同上",
                                                "the same",
                                                "55–56",
                                                "55–56",
                                                "自动化决策事前影响评估，记录至少三年",
                                                "impact assessment beforehand, records kept three years",
                                                "13"),
                                        row(
                                                "JR/T 0221-2021 人工智能算法金融应用评价规范",
                                                "JR/T 0221-2021, evaluation of AI in finance",
                                                "四部分",
                                                "four parts",
                                                "安全性、可解释性、精准性、性能；留存训练数据时间、来源、数量、校验值、参数与操作人",
                                                "safety, explainability, accuracy, performance; training data, checksums, parameters and operator kept",
                                                "1, 4, 5, 8, 10")))));
    }

    private static List<Cell> row(
            String rule,
            String ruleEnglish,
            String article,
            String articleEnglish,
            String asks,
            String asksEnglish,
            String where) {
        return List.of(
                Cell.words(rule, ruleEnglish),
                Cell.words(article, articleEnglish),
                Cell.words(asks, asksEnglish),
                Cell.words("第 " + where + " 节", "section " + where));
    }
}
