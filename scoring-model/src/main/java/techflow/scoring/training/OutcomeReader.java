package techflow.scoring.training;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Reads outcomes from CSV in UTF-8 with the columns {@code uscc,defaulted_on,observed_until}; {@code defaulted_on} is
 * empty when no default was seen.
 */
public final class OutcomeReader {
    private static final List<String> HEADER = List.of("uscc", "defaulted_on", "observed_until");
    private static final int MOST_VIOLATIONS = 100;

    private OutcomeReader() {}

    /**
     * All outcomes of the file, one per firm.
     *
     * @throws RecordFault FILE_MALFORMED with the broken rules of all lines, the first hundred
     * @throws PlatformFault STORE_UNAVAILABLE when the file cannot be read
     */
    public static List<Outcome> read(Path file) {
        List<Violation> violations = new ArrayList<>();
        Map<EnterpriseId, Outcome> outcomes = new HashMap<>();
        List<Outcome> inOrder = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                refuseOtherHeader(line.getHeader());
                decode(line, violations).ifPresent(outcome -> {
                    if (outcomes.put(outcome.enterprise(), outcome) == null) {
                        inOrder.add(outcome);
                    } else {
                        violations.add(violation(
                                line,
                                "uscc",
                                "must stand in one line only",
                                outcome.enterprise().masked()));
                    }
                });
            }
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The outcomes in " + file + " cannot be read: " + e.getMessage(),
                    e,
                    Parameter.safe("file", file));
        }
        if (!violations.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    file + " breaks the contract of outcomes in " + violations.size() + " places",
                    violations.subList(0, Math.min(violations.size(), MOST_VIOLATIONS)));
        }
        return inOrder;
    }

    private static Optional<Outcome> decode(NamedCsvRecord line, List<Violation> violations) {
        int before = violations.size();
        if (line.getFieldCount() != HEADER.size()) {
            violations.add(violation(line, "row", "must have 3 cells", line.getFieldCount() + " cells"));
            return Optional.empty();
        }
        EnterpriseId.violations("uscc", line.getField("uscc"))
                .forEach(v -> violations.add(violation(line, v.field(), v.rule(), v.found())));
        String defaulted = line.getField("defaulted_on");
        Optional<LocalDate> defaultedOn =
                defaulted.isEmpty() ? Optional.empty() : date(line, "defaulted_on", violations);
        Optional<LocalDate> observedUntil = date(line, "observed_until", violations);
        return violations.size() > before
                ? Optional.empty()
                : Optional.of(
                        new Outcome(new EnterpriseId(line.getField("uscc")), defaultedOn, observedUntil.orElseThrow()));
    }

    private static Optional<LocalDate> date(NamedCsvRecord line, String column, List<Violation> violations) {
        String text = line.getField(column);
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            violations.add(violation(line, column, "must be a date such as 2026-10-31", text));
            return Optional.empty();
        }
    }

    private static Violation violation(NamedCsvRecord line, String column, String rule, String found) {
        return new Violation(
                "line " + line.getStartingLineNumber() + ", " + column, rule, found, "correct the line and read again");
    }

    private static void refuseOtherHeader(List<String> header) {
        if (!header.equals(HEADER)) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    "Outcomes must have the header " + String.join(",", HEADER) + ", found "
                            + String.join(",", header));
        }
    }
}
