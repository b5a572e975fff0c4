package techflow.scoring.wording;

import techflow.scoring.score.ProbabilityOfDefault;

/** A probability of default as a frequency, which people read more rightly than a percentage. */
public final class PdText {
    private static final double TENTH = 0.1;
    private static final double HUNDREDTH = 0.01;

    private PdText() {}

    /** "about 18 in 1,000 such firms default within 12 months". */
    public static Bilingual of(ProbabilityOfDefault pd) {
        int firms = pd.value() >= TENTH ? 100 : pd.value() >= HUNDREDTH ? 1_000 : 10_000;
        long defaults = Math.round(pd.value() * firms);
        if (defaults == 0) {
            return sentence("不到1", firms, "fewer than 1", "defaults");
        }
        if (defaults == firms) {
            return sentence("超过" + (firms - 1), firms, "more than " + (firms - 1), "default");
        }
        return sentence("约" + defaults, firms, "about " + defaults, defaults == 1 ? "defaults" : "default");
    }

    private static Bilingual sentence(String chineseCount, int firms, String englishCount, String verb) {
        return new Bilingual(
                "未来12个月，每" + firms + "家同类企业中" + chineseCount + "家违约",
                englishCount + " in " + Numbers.grouped(firms) + " such firms " + verb + " within 12 months");
    }
}
