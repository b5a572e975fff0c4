package techflow.datasets.invoice;

import java.time.LocalDate;
import techflow.features.signal.Money;

/**
 * One invoice of the ledger.
 *
 * @param firm the firm's code in the ledger
 * @param number its number, not unique without the invoice code that ledgers leave out
 * @param date day of issue
 * @param counterparty the other party's code
 * @param amount before tax, negative when red
 * @param tax tax
 * @param total amount and tax as the ledger has it
 * @param isVoid true for 作废发票
 */
record Invoice(
        String firm,
        String number,
        LocalDate date,
        String counterparty,
        Money amount,
        Money tax,
        Money total,
        boolean isVoid) {
    /** By how much amount and tax differ from the total, without sign. */
    Money totalGap() {
        return new Money(Math.abs(amount.plus(tax).minus(total).fen()));
    }
}
