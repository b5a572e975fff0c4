package techflow.datasets.invoice;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;

/**
 * Writes what an import gives.
 *
 * @param directory where to
 */
record ImportFiles(Path directory) {
    private static final String SIGNAL_DIRECTORY = "signals";
    private static final String SIGNALS = SignalKind.MONTHLY_INVOICES.fileStem() + ".csv";
    private static final String ENTERPRISES = "enterprises.csv";
    private static final String OUTCOMES = "outcomes.csv";
    private static final String BANK_RATING = "bank_rating.csv";

    private static final Comparator<MonthlyInvoices> ORDER = Comparator.comparing(MonthlyInvoices::enterprise)
            .thenComparing(MonthlyInvoices::period)
            .thenComparing(MonthlyInvoices::direction);

    void signals(Collection<MonthlyInvoices> signals) throws IOException {
        try (CsvWriter csv = writer(signalFile())) {
            csv.writeRecord(SignalFormat.of(SignalKind.MONTHLY_INVOICES).header());
            signals.stream().sorted(ORDER).forEach(signal -> csv.writeRecord(SignalDecoder.encode(signal)));
        }
    }

    void enterprises(List<EnterpriseRow> firms) throws IOException {
        try (CsvWriter csv = writer(directory.resolve(ENTERPRISES))) {
            csv.writeRecord("code", "uscc", "name");
            firms.forEach(firm -> csv.writeRecord(firm.code(), firm.id().code(), firm.name()));
        }
    }

    void outcomes(List<EnterpriseRow> firms, Optional<AsOf> asOf) throws IOException {
        try (CsvWriter csv = writer(directory.resolve(OUTCOMES))) {
            csv.writeRecord("uscc", "as_of", "bad");
            String instant = asOf.map(AsOf::toString).orElse("");
            firms.forEach(firm ->
                    firm.bad().ifPresent(bad -> csv.writeRecord(firm.id().code(), instant, bad ? "1" : "0")));
        }
    }

    void bankRatings(List<EnterpriseRow> firms) throws IOException {
        try (CsvWriter csv = writer(directory.resolve(BANK_RATING))) {
            csv.writeRecord("uscc", "bank_rating_for_comparison_only");
            firms.forEach(firm -> firm.bankRating()
                    .ifPresent(rating -> csv.writeRecord(firm.id().code(), rating)));
        }
    }

    /** Makes the directories, and leaves nothing of an earlier import in them. */
    void prepare() throws IOException {
        Files.createDirectories(directory.resolve(SIGNAL_DIRECTORY));
        Files.deleteIfExists(signalFile());
        for (String name : List.of(ENTERPRISES, OUTCOMES, BANK_RATING)) {
            Files.deleteIfExists(directory.resolve(name));
        }
    }

    private Path signalFile() {
        return directory.resolve(SIGNAL_DIRECTORY).resolve(SIGNALS);
    }

    private static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }
}
