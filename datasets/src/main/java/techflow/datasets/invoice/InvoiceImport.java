package techflow.datasets.invoice;

import java.nio.file.Path;
import techflow.features.signal.Money;

/**
 * What to import.
 *
 * @param enterprises file of the enterprises
 * @param issued ledger of issued invoices (销项)
 * @param received ledger of received invoices (进项)
 * @param out directory to write into, made when absent; files of an earlier import are replaced
 * @param options how
 */
public record InvoiceImport(Path enterprises, Path issued, Path received, Path out, Options options) {
    /**
     * How to import.
     *
     * @param source what the signals name as their source
     * @param totalTolerance by how much 金额 + 税额 may differ from 价税合计 before a row gets a warning
     */
    public record Options(String source, Money totalTolerance) {
        public static final Options STANDARD = new Options("INVOICE_LEDGER", new Money(5));
    }
}
