package techflow.features.signal;

/**
 * The 18 core indicators of the 2024 trial guideline of 创新积分制 (innovation points), in its three groups of 7, 6 and
 * 5. The names are general knowledge that agrees with the published fragments; the official weights are not known to
 * us. Money is in RMB, shares and growth are ratios (0.1 = 10 %), the rest are counts.
 */
public enum InnovationIndicator {
    RD_EXPENSE("研发费用金额", Group.TECHNICAL),
    RD_EXPENSE_GROWTH("研发费用增速", Group.TECHNICAL),
    RD_TO_REVENUE("研发费用占营业收入比例", Group.TECHNICAL),
    RD_STAFF_SHARE("科技人员占职工总数比重", Group.TECHNICAL),
    INVENTION_APPLICATIONS("与主营业务相关的发明专利申请量", Group.TECHNICAL),
    PCT_APPLICATIONS("与主营业务相关的PCT专利申请量", Group.TECHNICAL),
    TECHNOLOGY_CONTRACTS("企业技术合同成交额", Group.TECHNICAL),
    HIGH_TECH_REVENUE("高新技术产品收入", Group.GROWTH),
    REVENUE("营业收入", Group.GROWTH),
    REVENUE_GROWTH("营业收入增长率", Group.GROWTH),
    POSTGRADUATE_SHARE("研究生以上人员占比", Group.GROWTH),
    RD_TAX_RELIEF("研发费用加计扣除所得税减免额", Group.GROWTH),
    RETURN_ON_NET_ASSETS("净资产利润率", Group.GROWTH),
    GRADUATES_HIRED("吸纳高校应届毕业生人数", Group.AUXILIARY),
    RD_PLATFORMS("承担建设省级及以上研发或创新平台数量", Group.AUXILIARY),
    AWARDS("获得省级及以上科技奖励数量", Group.AUXILIARY),
    PROGRAMMES("承担省级及以上科技计划项目数量", Group.AUXILIARY),
    VENTURE_CAPITAL("获得风险投资金额", Group.AUXILIARY);

    /** First-level indicators of the guideline. */
    public enum Group {
        /** 技术创新指标. */
        TECHNICAL,
        /** 成长经营指标. */
        GROWTH,
        /** 辅助指标. */
        AUXILIARY
    }

    private final String chineseName;
    private final Group group;

    InnovationIndicator(String chineseName, Group group) {
        this.chineseName = chineseName;
        this.group = group;
    }

    public String chineseName() {
        return chineseName;
    }

    public Group group() {
        return group;
    }
}
