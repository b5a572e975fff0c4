package techflow.features.signal;

/** The kinds of signal, one record each. The file stem names the CSV file that holds the kind. */
public enum SignalKind {
    ENTERPRISE_PROFILE("enterprise_profile", "企业主体信息", EnterpriseProfile.class),
    PATENT("patent", "专利", Patent.class),
    PATENT_EVENT("patent_event", "专利法律事件", PatentEvent.class),
    SOFTWARE_COPYRIGHT("software_copyright", "软件著作权", SoftwareCopyright.class),
    ANNUAL_REPORT("annual_report", "年度研发与经营", AnnualReport.class),
    TECHNOLOGY_CONTRACT("technology_contract", "技术合同登记", TechnologyContract.class),
    INNOVATION_INDICATORS("innovation_indicators", "创新积分指标", InnovationIndicators.class),
    INNOVATION_ASSESSMENT("innovation_assessment", "创新积分评价结果", InnovationAssessment.class),
    TAX_RATING("tax_rating", "纳税缴费信用级别", TaxRating.class),
    MONTHLY_TAX("monthly_tax", "月度纳税", MonthlyTax.class),
    TAX_INSPECTION("tax_inspection", "税务稽查", TaxInspection.class),
    MONTHLY_INVOICES("monthly_invoices", "月度发票汇总", MonthlyInvoices.class),
    CONTRIBUTION_MONTH("contribution_month", "社保与公积金月缴", ContributionMonth.class),
    UTILITY_BILL("utility_bill", "水电气热账单", UtilityBill.class),
    REGISTRY_EVENT("registry_event", "市场监管登记事件", RegistryEvent.class),
    PENALTY("penalty", "行政处罚", Penalty.class),
    COURT_RECORD("court_record", "司法信息", CourtRecord.class),
    ENCUMBRANCE("encumbrance", "出质、质押与冻结", Encumbrance.class),
    CERTIFICATE("certificate", "科技资质", Certificate.class),
    EQUITY_FINANCING("equity_financing", "股权融资", EquityFinancing.class),
    BANK_FLOW("bank_flow", "资金流", BankFlow.class);

    private final String fileStem;
    private final String chineseName;
    private final Class<? extends Signal> type;

    SignalKind(String fileStem, String chineseName, Class<? extends Signal> type) {
        this.fileStem = fileStem;
        this.chineseName = chineseName;
        this.type = type;
    }

    public String fileStem() {
        return fileStem;
    }

    public String chineseName() {
        return chineseName;
    }

    public Class<? extends Signal> type() {
        return type;
    }
}
