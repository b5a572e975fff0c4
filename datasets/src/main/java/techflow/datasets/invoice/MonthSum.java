package techflow.datasets.invoice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.SignalHeader;

/** Sums up the invoices of one firm, month and direction. A void invoice adds to the number of void ones only. */
final class MonthSum {
    private static final int TOP = 5;

    private final Map<String, Money> byCounterparty = new HashMap<>();
    private Money amount = Money.ZERO;
    private Money tax = Money.ZERO;
    private Money redAmount = Money.ZERO;
    private int valid;
    private int voids;
    private int reds;

    void add(Invoice invoice) {
        if (invoice.isVoid()) {
            voids++;
        } else if (invoice.amount().isPositive()) {
            valid++;
            amount = amount.plus(invoice.amount());
            tax = tax.plus(invoice.tax());
            byCounterparty.merge(invoice.counterparty(), invoice.amount(), Money::plus);
        } else if (invoice.amount().fen() < 0) {
            reds++;
            redAmount = redAmount.minus(invoice.amount());
        }
    }

    /**
     * The month's signal. Its circular amount is empty, not 0: the two ledgers name buyers and sellers by codes of their
     * own, so that a buyer cannot be found among the sellers.
     */
    MonthlyInvoices signal(EnterpriseId firm, YearMonth month, MonthlyInvoices.Direction direction, String source) {
        LocalDate last = month.atEndOfMonth();
        var knownAt = last.plusDays(1).atStartOfDay(SignalHeader.CHINA).toInstant();
        return new MonthlyInvoices(
                new SignalHeader(firm, last, knownAt, source),
                month,
                direction,
                valid,
                amount,
                tax,
                voids,
                reds,
                redAmount,
                byCounterparty.size(),
                largest(1),
                largest(TOP));
    }

    private Money largest(int howMany) {
        return byCounterparty.values().stream()
                .sorted((one, other) -> other.compareTo(one))
                .limit(howMany)
                .reduce(Money.ZERO, Money::plus);
    }
}
