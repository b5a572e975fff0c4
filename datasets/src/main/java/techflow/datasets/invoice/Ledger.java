package techflow.datasets.invoice;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyInvoices.Direction;
import techflow.problem.Violation;

/** Reads one ledger and sums it up by firm and month. */
final class Ledger {
    private record FirmMonth(String firm, YearMonth month) {}

    private final Path file;
    private final Direction direction;
    private final InvoiceImport.Options options;
    private final Map<String, EnterpriseRow> firms;
    private final RowLog log;
    private final RowProgress progress;
    private final SeenInvoices seen = new SeenInvoices();
    private final Map<FirmMonth, MonthSum> months = new HashMap<>();
    private long read;
    private long accepted;
    private long rejected;
    private long duplicates;
    private long conflicts;
    private long voids;
    private long reds;
    private long warnings;

    Ledger(
            Path file,
            Direction direction,
            InvoiceImport.Options options,
            Map<String, EnterpriseRow> firms,
            RowLog log,
            RowProgress progress) {
        this.file = file;
        this.direction = direction;
        this.options = options;
        this.firms = firms;
        this.log = log;
        this.progress = progress;
    }

    LedgerCounts read() {
        try (LedgerTable table = LedgerTable.open(file, InvoiceParser.columns(direction))) {
            InvoiceParser parser = new InvoiceParser(table, direction, firms.keySet());
            table.forEach(line -> take(line, parser));
            return new LedgerCounts(
                    fileName(),
                    table.encoding(),
                    read,
                    accepted,
                    rejected,
                    duplicates,
                    conflicts,
                    voids,
                    reds,
                    warnings);
        }
    }

    /** The signals, in no particular order. */
    List<MonthlyInvoices> signals() {
        List<MonthlyInvoices> signals = new ArrayList<>();
        months.forEach((key, sum) -> signals.add(sum.signal(id(key.firm()), key.month(), direction, options.source())));
        return signals;
    }

    private void take(LedgerLine line, InvoiceParser parser) {
        read++;
        progress.row();
        List<Violation> violations = new ArrayList<>();
        Optional<Invoice> invoice = parser.parse(line, violations);
        if (invoice.isPresent()) {
            meet(line.number(), invoice.get());
        } else {
            rejected++;
            log.reject(fileName(), line.number(), violations);
        }
    }

    private void meet(long line, Invoice invoice) {
        switch (seen.meet(invoice)) {
            case NEW -> accept(line, invoice);
            case NUMBER_REUSED -> {
                warn(
                        line,
                        RowLog.Kind.NUMBER_REUSED,
                        "number " + invoice.number() + " of " + invoice.firm()
                                + " came before with another date or amount; both are taken as different invoices");
                accept(line, invoice);
            }
            case DUPLICATE -> {
                duplicates++;
                refuse(line, RowLog.Kind.DUPLICATE, invoice, "is equal to an earlier row; the first is taken");
            }
            case CONFLICT -> {
                conflicts++;
                refuse(
                        line,
                        RowLog.Kind.CONFLICT,
                        invoice,
                        "came before with the same date and amounts but another counterparty or status; the first is taken");
            }
        }
    }

    private void accept(long line, Invoice invoice) {
        accepted++;
        voids += invoice.isVoid() ? 1 : 0;
        reds += !invoice.isVoid() && invoice.amount().fen() < 0 ? 1 : 0;
        if (invoice.totalGap().compareTo(options.totalTolerance()) > 0) {
            warn(
                    line,
                    RowLog.Kind.TOTAL_DIFFERS,
                    "金额 " + invoice.amount() + " + 税额 " + invoice.tax() + " must make 价税合计, found " + invoice.total());
        }
        months.computeIfAbsent(new FirmMonth(invoice.firm(), YearMonth.from(invoice.date())), key -> new MonthSum())
                .add(invoice);
    }

    private void refuse(long line, RowLog.Kind kind, Invoice invoice, String what) {
        log.reject(fileName(), line, kind, "invoice " + invoice.number() + " of " + invoice.firm() + " " + what);
    }

    private void warn(long line, RowLog.Kind kind, String reason) {
        warnings++;
        log.warn(fileName(), line, kind, reason);
    }

    private EnterpriseId id(String code) {
        return Optional.ofNullable(firms.get(code)).orElseThrow().id();
    }

    private String fileName() {
        return String.valueOf(file.getFileName());
    }
}
