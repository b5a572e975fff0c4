package techflow.scoring.technology.certificate;

import java.util.List;
import java.util.Optional;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.PatentEvent.PatentEventType;
import techflow.features.signal.SignalKind;
import techflow.scoring.technology.certificate.CertificateRules.Draft;

/** The point rules that 海宁 and 安吉 published: points only, no threshold. */
final class LocalPointRules {
    private static final double MAXIMUM = 100;

    private LocalPointRules() {}

    static Draft haining(FirmFacts facts, IntellectualProperty rights) {
        return Draft.pointsOnly(
                List.of(
                        Item.of(
                                haining("CAPITAL", "注册资金", "registered capital"),
                                PublishedTables.HAINING_CAPITAL,
                                facts.capital()),
                        Item.of(haining("AGE", "注册时间", "years registered"), PublishedTables.HAINING_AGE, facts.age()),
                        rights(facts, rights),
                        Item.of(
                                haining("PLEDGE", "知识产权质押融资", "rights pledged for a loan"),
                                PublishedTables.hainingPledge(pledged(facts)),
                                pledge(facts))),
                MAXIMUM);
    }

    private static Item.Head haining(String code, String chinese, String english) {
        return new Item.Head(code, Words.of(chinese, english), Source.HAINING);
    }

    /** Patents in force; a firm whose master data are known and that has no patent has none. */
    private static Item rights(FirmFacts facts, IntellectualProperty rights) {
        double points = PublishedTables.hainingRights(
                rights.inForce(PatentType.INVENTION),
                rights.inForce(PatentType.UTILITY_MODEL),
                rights.inForce(PatentType.DESIGN));
        boolean known = facts.profile().isPresent();
        return new Item(
                "RIGHTS",
                Words.of("研发能力（专利）", "R&D ability (patents)"),
                rights.text(),
                Words.of("发明10、实用新型4、外观设计3，最高60", "invention 10, utility model 4, design 3, at most 60"),
                known ? Extent.exactly(points) : new Extent(points, 60),
                60,
                Source.HAINING,
                known ? Optional.empty() : Optional.of(Words.of("企业主体信息和专利", "master data and patents")));
    }

    private static Answer pledged(FirmFacts facts) {
        boolean told = facts.snapshot().signals(SignalKind.PATENT_EVENT, PatentEvent.class).stream()
                .anyMatch(event -> event.type() == PatentEventType.PLEDGED);
        if (told) {
            return Answer.MET;
        }
        return facts.profile().isPresent() ? Answer.NOT_MET : Answer.OPEN;
    }

    private static Finding pledge(FirmFacts facts) {
        return switch (pledged(facts)) {
            case MET -> Finding.known(1, Words.of("登记过质押", "a pledge was registered"));
            case NOT_MET -> Finding.known(0, Words.of("未见质押登记", "no pledge is registered"));
            case OPEN -> Finding.unknown(Extent.ANYTHING, Words.of("专利质押登记", "pledges of patents"));
        };
    }

    static Draft anji(FirmFacts facts) {
        Words subjective = Words.of("该项权重未公布", "its weights are not published");
        return Draft.pointsOnly(
                List.of(
                        Item.of(
                                anji("CAPITAL", "注册资金", "registered capital"),
                                PublishedTables.ANJI_CAPITAL,
                                facts.capital()),
                        Item.of(anji("AGE", "注册时间", "years registered"), PublishedTables.ANJI_AGE, facts.age()),
                        Item.of(anji("STAFF", "员工人数", "staff"), PublishedTables.ANJI_STAFF, facts.staff()),
                        Item.unpublished(anji("RD", "研发能力", "R&D ability"), 40, subjective),
                        Item.unpublished(anji("COMPETITIVENESS", "竞争力", "competitiveness"), 20, subjective),
                        Item.unpublished(anji("GROWTH", "成长力", "growth"), 10, subjective)),
                MAXIMUM);
    }

    private static Item.Head anji(String code, String chinese, String english) {
        return new Item.Head(code, Words.of(chinese, english), Source.ANJI);
    }
}
