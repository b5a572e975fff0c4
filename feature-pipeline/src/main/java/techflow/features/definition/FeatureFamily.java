package techflow.features.definition;

/** The families of the catalogue, in the order a reader meets them. */
public enum FeatureFamily {
    PROFILE("企业概况", "Profile"),
    TECHNOLOGY("技术流", "Technology flow"),
    RESEARCH("研发", "Research"),
    INNOVATION("创新积分", "Innovation points"),
    TAX("纳税", "Tax"),
    INVOICE("发票", "Invoices"),
    EMPLOYMENT("社保公积金", "Employment"),
    UTILITY("水电气热", "Utilities"),
    CONDUCT("合规与司法", "Conduct"),
    FINANCING("股权融资", "Equity financing"),
    BANK_FLOW("资金流", "Bank flow"),
    INTERACTION("交互特征", "Interactions"),
    INTEGRITY("真实性核验", "Integrity"),
    PEER("同行对比", "Against peers");

    private final String chinese;
    private final String english;

    FeatureFamily(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
