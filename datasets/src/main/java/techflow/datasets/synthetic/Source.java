package techflow.datasets.synthetic;

/**
 * Where signals come from, each with how often a firm withholds or cannot be matched to it. Small and young firms
 * disclose less, so missing is not at random.
 */
public enum Source {
    PROFILE("SAMR", 0.030),
    REGISTRY("GSXT", 0.035),
    PENALTIES("CREDITCHINA", 0.030),
    COURTS("SPC", 0.040),
    PATENTS("CNIPA", 0.060),
    CERTIFICATES("MOST", 0.045),
    ANNUAL_REPORTS("SELF", 0.140),
    INNOVATION_POINTS("HTZONE", 0.330),
    TAX_RATINGS("STA", 0.060),
    TAX("STA", 0.080),
    INVOICES("STA", 0.065),
    SOCIAL_INSURANCE("HRSS", 0.055),
    HOUSING_FUND("HPF", 0.200),
    ELECTRICITY("GRID", 0.080),
    WATER("WATER", 0.120),
    GAS("GAS", 0.150),
    HEAT("HEAT", 0.180),
    COPYRIGHTS("CPCC", 0.050),
    CONTRACTS("MOST", 0.050),
    INSPECTIONS("STA", 0.045),
    FINANCING("VENTURE", 0.100),
    BANK_FLOWS("PBC", 0.300);

    private final String system;
    private final double withheldShare;

    Source(String system, double withheldShare) {
        this.system = system;
        this.withheldShare = withheldShare;
    }

    /** The name of the system, as it stands in the signals. */
    public String system() {
        return system;
    }

    double withheldShare() {
        return withheldShare;
    }
}
