package techflow.features.signal;

import java.time.YearMonth;

/**
 * A month's tax return (月度纳税申报), value added and income tax together.
 *
 * @param period the month declared
 * @param declaredSales taxable sales declared
 * @param payable tax payable for the month
 * @param paid tax paid for the month
 * @param arrears tax overdue at the end of the month (欠税), 0 when none
 * @param filedLate true when the return came after the legal date
 */
public record MonthlyTax(
        SignalHeader header,
        YearMonth period,
        Money declaredSales,
        Money payable,
        Money paid,
        Money arrears,
        boolean filedLate)
        implements Signal {
    @Override
    public String naturalKey() {
        return period.toString();
    }

    @Override
    public SignalKind kind() {
        return SignalKind.MONTHLY_TAX;
    }
}
