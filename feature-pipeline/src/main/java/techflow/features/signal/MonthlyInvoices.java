package techflow.features.signal;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A month's VAT invoices (增值税发票) in one direction, summed up.
 *
 * @param period the month of issue
 * @param direction issued to customers (销项) or received from suppliers (进项)
 * @param count valid invoices with a positive amount
 * @param amount their amount before tax
 * @param tax their tax
 * @param voidCount void invoices (作废)
 * @param redCount valid red invoices (红字, negative amount)
 * @param redAmount amount of the red invoices before tax, as a positive number
 * @param counterparties distinct buyers or sellers of the valid positive invoices
 * @param topCounterpartyAmount amount with the largest of them
 * @param topFiveAmount amount with the five largest
 * @param circularAmount amount with counterparties that also stood on the other side, as buyer and as seller, within the
 *     12 months up to and with this one; empty when the source did not look
 */
public record MonthlyInvoices(
        SignalHeader header,
        YearMonth period,
        Direction direction,
        int count,
        Money amount,
        Money tax,
        int voidCount,
        int redCount,
        Money redAmount,
        int counterparties,
        Money topCounterpartyAmount,
        Money topFiveAmount,
        Optional<Money> circularAmount)
        implements Signal {
    /** A month of a source that does not look for circles. */
    public MonthlyInvoices(
            SignalHeader header,
            YearMonth period,
            Direction direction,
            int count,
            Money amount,
            Money tax,
            int voidCount,
            int redCount,
            Money redAmount,
            int counterparties,
            Money topCounterpartyAmount,
            Money topFiveAmount) {
        this(
                header,
                period,
                direction,
                count,
                amount,
                tax,
                voidCount,
                redCount,
                redAmount,
                counterparties,
                topCounterpartyAmount,
                topFiveAmount,
                Optional.empty());
    }

    /** Which side of the trade the enterprise stands on. */
    public enum Direction {
        /** 销项: the enterprise sells. */
        ISSUED,
        /** 进项: the enterprise buys. */
        RECEIVED
    }

    @Override
    public String naturalKey() {
        return direction.name() + '|' + period;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.MONTHLY_INVOICES;
    }
}
