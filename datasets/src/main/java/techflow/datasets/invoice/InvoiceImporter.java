package techflow.datasets.invoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyInvoices.Direction;
import techflow.features.snapshot.AsOf;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** Imports ledgers of invoices; the package tells what is read, what is written and by which rules. */
public final class InvoiceImporter {
    private InvoiceImporter() {}

    /**
     * Imports three files into signals.
     *
     * @param what the files, the directory to write into and the options
     * @param rows told the number of invoices read so far, every 10,000 and at the end
     * @throws RecordFault FILE_MALFORMED when a file is absent, lacks a column or is not CSV
     * @throws PlatformFault STORE_UNAVAILABLE when a file cannot be read or written
     */
    public static ImportSummary run(InvoiceImport what, LongConsumer rows) {
        ImportFiles files = new ImportFiles(what.out());
        try {
            files.prepare();
            try (RowLog log = new RowLog(what.out())) {
                return run(what, files, log, new RowProgress(rows));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, what.out() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static ImportSummary run(InvoiceImport what, ImportFiles files, RowLog log, RowProgress progress)
            throws IOException {
        EnterpriseFile enterprises = new EnterpriseFile(what.enterprises(), log);
        LedgerCounts enterpriseCounts = enterprises.read();
        List<MonthlyInvoices> signals = new ArrayList<>();
        LedgerCounts issued = read(what, Direction.ISSUED, enterprises, log, progress, signals);
        LedgerCounts received = read(what, Direction.RECEIVED, enterprises, log, progress, signals);
        progress.done();

        List<EnterpriseRow> firms = List.copyOf(enterprises.byCode().values());
        Optional<AsOf> asOf = asOf(signals);
        write(files, enterprises, firms, signals, asOf);
        return new ImportSummary(
                enterpriseCounts,
                issued,
                received,
                firms.size(),
                (int) firms.stream().filter(firm -> firm.bad().orElse(false)).count(),
                (int) firms.stream().filter(firm -> firm.bad().isPresent()).count(),
                signals.size(),
                asOf);
    }

    /** One ledger at a time, so that the memory of the first is free before the second. */
    private static LedgerCounts read(
            InvoiceImport what,
            Direction direction,
            EnterpriseFile enterprises,
            RowLog log,
            RowProgress progress,
            List<MonthlyInvoices> signals) {
        Path file = direction == Direction.ISSUED ? what.issued() : what.received();
        Ledger ledger = new Ledger(file, direction, what.options(), enterprises.byCode(), log, progress);
        LedgerCounts counts = ledger.read();
        signals.addAll(ledger.signals());
        return counts;
    }

    private static void write(
            ImportFiles files,
            EnterpriseFile enterprises,
            List<EnterpriseRow> firms,
            List<MonthlyInvoices> signals,
            Optional<AsOf> asOf)
            throws IOException {
        files.signals(signals);
        files.enterprises(firms);
        if (enterprises.outcomesGiven()) {
            files.outcomes(firms, asOf);
        }
        if (enterprises.ratingsGiven()) {
            files.bankRatings(firms);
        }
    }

    /** A snapshot holds what was known before its instant, so the day after the last knownAt is the first that has all. */
    private static Optional<AsOf> asOf(List<MonthlyInvoices> signals) {
        return signals.stream()
                .map(MonthlyInvoices::period)
                .max(Comparator.naturalOrder())
                .map(last -> AsOf.startOf(last.plusMonths(1).atDay(2)));
    }
}
