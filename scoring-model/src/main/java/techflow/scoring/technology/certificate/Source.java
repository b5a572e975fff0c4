package techflow.scoring.technology.certificate;

/** Where a published rule can be read. The pages are copies; the titles are those of the rules. */
public enum Source {
    KXX(
            "科技型中小企业评价办法",
            "Measures for the evaluation of technology SMEs",
            "http://www.matteomarkusbok.com/api/PolicyDetail/PolicyInfo/27751"),
    KXX_SHORT_CUT(
            "科技型中小企业评价办法（直接确认条件）",
            "Measures for the evaluation of technology SMEs: short cuts",
            "http://xiweikeji.com/zxqyfw/wtjd/201603/1209f19185de491b851e8d8ccbadeed7.shtml"),
    KXX_SIZE(
            "科技型中小企业评价办法（第六条）",
            "Measures for the evaluation of technology SMEs, article 6",
            "http://wzzgcs.com/page26?article_id=84&pagenum=2"),
    CXX("创新型中小企业评价标准", "Standard of innovative SMEs", "http://tailijia.cn/index.php/shows/2/19.html"),
    CXX_NOTES(
            "优质中小企业梯度培育管理暂行办法（指标说明）",
            "Interim measures for cultivating quality SMEs: notes on the indicators",
            "http://www.cnguyuexuan.com/article3927.html"),
    GQ(
            "高新技术企业认定管理办法",
            "Measures for the recognition of high-tech enterprises",
            "http://www.feimabiji.com/news/keji-12874.html"),
    GQ_SCORE(
            "高新技术企业认定管理工作指引（企业创新能力评价）",
            "Guideline on high-tech enterprises: evaluation of innovation ability",
            "http://cn.shanghaiyincai.com.cn/news/938.html"),
    GQ_GROWTH(
            "高新技术企业认定管理工作指引（企业成长性）",
            "Guideline on high-tech enterprises: growth",
            "http://gaoqi8.net/articles/481.html"),
    XJR("专精特新“小巨人”企业认定标准", "Standard of specialised \"little giant\" enterprises", "http://bjwsht.cn/zlsqbk/743.html"),
    HAINING(
            "海宁市企业技术创新及运营评价数据",
            "Haining: evaluation of enterprises' technical innovation and operation",
            "https://www.zjip.org.cn/home/announce/trends/67645"),
    ANJI(
            "湖州安吉县高新技术企业科创属性评价数据",
            "Anji: evaluation of high-tech enterprises' innovation attributes",
            "https://www.zjip.org.cn/home/announce/trends/27103");

    private final String chinese;
    private final String english;
    private final String page;

    Source(String chinese, String english, String page) {
        this.chinese = chinese;
        this.english = english;
        this.page = page;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Address of a public copy. */
    public String page() {
        return page;
    }
}
