package techflow.features.store.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.problem.Violation;

/** A spine in a CSV file (plain or {@code .gz}) with the columns {@code uscc} and {@code as_of}, in any order of rows. */
public final class SpineFile {
    private static final int SHOWN = 20;

    private SpineFile() {}

    /**
     * Reads the points.
     *
     * @throws techflow.problem.RecordFault FILE_MALFORMED naming the first bad lines
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when the file cannot be read
     */
    public static Spine read(Path file) {
        List<Spine.Point> points = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(SignalFiles.open(file), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) {
                point(row, points, violations);
            }
        } catch (IOException | UncheckedIOException e) {
            throw SignalFiles.unavailable(file, e);
        }
        if (!violations.isEmpty()) {
            throw SignalFiles.malformed(file, violations.subList(0, Math.min(SHOWN, violations.size())));
        }
        return Spine.of(points);
    }

    private static void point(NamedCsvRecord row, List<Spine.Point> points, List<Violation> violations) {
        String line = "line " + row.getStartingLineNumber();
        String code = row.findField("uscc").orElse("");
        String time = row.findField("as_of").orElse("");
        List<Violation> found = new ArrayList<>(EnterpriseId.violations(line + " uscc", code));
        try {
            AsOf asOf = asOf(time);
            if (found.isEmpty()) {
                points.add(new Spine.Point(new EnterpriseId(code), asOf));
            }
        } catch (DateTimeException e) {
            found.add(new Violation(
                    line + " as_of", "must be a date or an instant", time, "write 2026-10-31 or 2026-10-31T00:00:00Z"));
        }
        violations.addAll(found);
    }

    /**
     * An as-of from a date, whose day begins in China, or from an instant, kept to the microsecond.
     *
     * @throws DateTimeException for anything else
     */
    public static AsOf asOf(String text) {
        return text.contains("T")
                ? new AsOf(Instant.parse(text).truncatedTo(ChronoUnit.MICROS))
                : AsOf.startOf(LocalDate.parse(text));
    }
}
