package techflow.features.signal;

/**
 * A case of tax inspection (税务稽查), dated by its opening in every version of it; its end arrives as a restatement.
 *
 * @param caseNo case number, identifies the case
 * @param status open or closed
 * @param finding what it found, {@link Finding#PENDING} while open
 * @param recovered tax to be paid in arrear (查补税款), 0 while pending and without a finding
 * @param fine fine decided, 0 while pending and without a finding
 */
public record TaxInspection(
        SignalHeader header, String caseNo, Status status, Finding finding, Money recovered, Money fine)
        implements Signal {
    /** Whether the case goes on. */
    public enum Status {
        /** 立案. */
        OPEN,
        /** 结案. */
        CLOSED
    }

    /** What the inspection found. */
    public enum Finding {
        /** Not decided yet. */
        PENDING,
        /** 未发现问题. */
        NONE,
        /** 一般违法. */
        IRREGULARITY,
        /** 偷税 and other evasion. */
        EVASION
    }

    @Override
    public String naturalKey() {
        return caseNo;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.TAX_INSPECTION;
    }
}
