package techflow.features.signal;

import java.time.YearMonth;

/**
 * A month's return of one tax (月度纳税申报). A source sends either one row of a month with {@link TaxType#ALL}, every tax
 * together, or one row for each tax, never both: rows of one month are added.
 *
 * @param period the month declared; of a tax declared quarterly, the quarter's last month
 * @param declaredSales taxable sales declared; 0 for a tax whose return declares none, so that rows of a month can be
 *     added: only {@link TaxType#VAT} and {@link TaxType#ALL} declare sales
 * @param payable tax payable for the month
 * @param paid tax paid for the month
 * @param arrears tax overdue at the end of the month (欠税), 0 when none
 * @param filedLate true when the return came after the legal date
 * @param taxType which tax
 */
public record MonthlyTax(
        SignalHeader header,
        YearMonth period,
        Money declaredSales,
        Money payable,
        Money paid,
        Money arrears,
        boolean filedLate,
        TaxType taxType)
        implements Signal {
    /** Every tax of the month in one row. */
    public MonthlyTax(
            SignalHeader header,
            YearMonth period,
            Money declaredSales,
            Money payable,
            Money paid,
            Money arrears,
            boolean filedLate) {
        this(header, period, declaredSales, payable, paid, arrears, filedLate, TaxType.ALL);
    }

    /** Taxes by type, or all of them in one sum. */
    public enum TaxType {
        /** 增值税. */
        VAT,
        /** 企业所得税. */
        CORPORATE_INCOME,
        /** 代扣代缴个人所得税. */
        PERSONAL_INCOME_WITHHELD,
        /** 附加税费: city maintenance and education surcharges. */
        SURCHARGE,
        /** Any other tax. */
        OTHER,
        /** One total of all taxes. */
        ALL;

        /** True when the return of this tax declares the month's sales. */
        public boolean declaresSales() {
            return this == VAT || this == ALL;
        }
    }

    @Override
    public String naturalKey() {
        return period + "|" + taxType;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.MONTHLY_TAX;
    }
}
