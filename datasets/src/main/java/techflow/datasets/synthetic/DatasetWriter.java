package techflow.datasets.synthetic;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/**
 * Writes a synthetic economy as a directory: {@code signals/<kind>.csv} in the signals' CSV form, {@code outcomes.csv},
 * {@code truth.csv} and the data card {@code DATASET.md}. Rows are sorted by code; equal settings give equal bytes.
 */
public final class DatasetWriter {
    /** The directory of the signal files, beside the other three. */
    public static final String SIGNALS = "signals";

    public static final String OUTCOMES = "outcomes.csv";
    public static final String TRUTH = "truth.csv";
    public static final String CARD = "DATASET.md";

    private final Path directory;

    public DatasetWriter(Path directory) {
        this.directory = directory;
    }

    /** {@link #write(SyntheticEconomy, LongConsumer)} without news of progress. */
    public PopulationReport write(SyntheticEconomy economy) {
        return write(economy, firms -> {});
    }

    /**
     * Writes all files, replacing those of an earlier run.
     *
     * @param progress told the number of firms written so far
     * @return what was written
     * @throws PlatformFault STORE_UNAVAILABLE when the directory cannot be written
     */
    public PopulationReport write(SyntheticEconomy economy, LongConsumer progress) {
        try {
            Files.createDirectories(directory.resolve(SIGNALS));
            PopulationReport report = writeTables(economy, progress);
            Files.writeString(directory.resolve(CARD), DataCard.of(report));
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The directory of the data set cannot be written: " + e.getMessage(),
                    e);
        }
    }

    private PopulationReport writeTables(SyntheticEconomy economy, LongConsumer progress) throws IOException {
        PopulationTally tally = new PopulationTally(economy.settings());
        long[] written = {0};
        try (Tables tables = new Tables(directory, economy.settings())) {
            economy.generate(Rows::of, rows -> {
                tables.write(rows);
                tally.add(rows.firm());
                progress.accept(++written[0]);
            });
        }
        return tally.report();
    }

    /** A firm with its signals as rows: made on all cores, written on one. */
    private record Rows(SyntheticFirm firm, Map<SignalKind, List<List<String>>> signals) {
        static Rows of(SyntheticFirm firm) {
            Map<SignalKind, List<List<String>>> rows = new EnumMap<>(SignalKind.class);
            for (Signal signal : firm.signals()) {
                rows.computeIfAbsent(signal.kind(), kind -> new ArrayList<>()).add(SignalDecoder.encode(signal));
            }
            return new Rows(firm, rows);
        }
    }

    /** The open files. */
    private static final class Tables implements AutoCloseable {
        private final EconomySettings settings;
        private final Map<SignalKind, CsvWriter> signals = new EnumMap<>(SignalKind.class);
        private final CsvWriter outcomes;
        private final CsvWriter truth;

        Tables(Path directory, EconomySettings settings) throws IOException {
            this.settings = settings;
            for (SignalKind kind : SignalKind.values()) {
                Path file = directory.resolve(SIGNALS).resolve(kind.fileStem() + ".csv");
                signals.put(kind, open(file, SignalFormat.of(kind).header()));
            }
            outcomes = open(directory.resolve(OUTCOMES), List.of("uscc", "defaulted_on", "observed_until"));
            truth = open(directory.resolve(TRUTH), List.of("uscc", "month", "true_pd_12m", "gaming"));
        }

        private static CsvWriter open(Path file, List<String> header) throws IOException {
            CsvWriter writer =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
            return writer.writeRecord(header);
        }

        void write(Rows rows) {
            for (Map.Entry<SignalKind, CsvWriter> file : signals.entrySet()) {
                rows.signals().getOrDefault(file.getKey(), List.of()).forEach(file.getValue()::writeRecord);
            }
            SyntheticFirm firm = rows.firm();
            outcomes.writeRecord(
                    firm.id().code(),
                    firm.defaultedOn().map(Object::toString).orElse(""),
                    settings.until().atEndOfMonth().toString());
            for (TruthPoint point : firm.truth()) {
                truth.writeRecord(
                        firm.id().code(),
                        point.month().toString(),
                        Double.toString(point.truePd()),
                        point.gaming().stream().map(Enum::name).collect(Collectors.joining("|")));
            }
        }

        @Override
        public void close() throws IOException {
            for (CsvWriter file : signals.values()) {
                file.close();
            }
            outcomes.close();
            truth.close();
        }
    }
}
