package techflow.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import techflow.scoring.training.TruePd;

/** The true PDs that a synthetic population comes with. */
final class TruePds {
    private TruePds() {}

    /** From a file of month ends, {@link TruePd#UNKNOWN} when there is none; that of a month holds on the as-of day after. */
    static TruePd in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return TruePd.UNKNOWN;
        }
        Map<String, Double> truth = new HashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                truth.put(row.getField("uscc") + row.getField("month"), Double.valueOf(row.getField("true_pd_12m")));
            }
        }
        return (enterprise, asOf) -> {
            Double pd =
                    truth.get(enterprise.code() + YearMonth.from(asOf.date()).minusMonths(1));
            return pd == null ? OptionalDouble.empty() : OptionalDouble.of(pd);
        };
    }
}
