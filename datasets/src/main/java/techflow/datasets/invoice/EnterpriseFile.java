package techflow.datasets.invoice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import techflow.features.signal.EnterpriseId;
import techflow.problem.Violation;

/** Reads the file of the enterprises. */
final class EnterpriseFile {
    private static final String CODE = "企业代号";
    private static final String NAME = "企业名称";
    private static final String RATING = "信誉评级";
    private static final String DEFAULTED = "是否违约";

    private final Path file;
    private final RowLog log;
    private final Map<String, EnterpriseRow> byCode = new LinkedHashMap<>();
    private final Set<EnterpriseId> ids = new HashSet<>();
    private boolean outcomesGiven;
    private boolean ratingsGiven;
    private long read;
    private long warnings;

    EnterpriseFile(Path file, RowLog log) {
        this.file = file;
        this.log = log;
    }

    LedgerCounts read() {
        try (LedgerTable table = LedgerTable.open(file, CODE, NAME)) {
            outcomesGiven = table.has(DEFAULTED);
            ratingsGiven = table.has(RATING);
            table.forEach(this::take);
            long rejected = read - byCode.size();
            return new LedgerCounts(fileName(), table.encoding(), read, byCode.size(), rejected, 0, 0, 0, 0, warnings);
        }
    }

    /** The enterprises by their code in the ledger, in the order of the file. */
    Map<String, EnterpriseRow> byCode() {
        return byCode;
    }

    boolean outcomesGiven() {
        return outcomesGiven;
    }

    boolean ratingsGiven() {
        return ratingsGiven;
    }

    private void take(LedgerLine line) {
        read++;
        List<Violation> violations = new ArrayList<>();
        if (!line.isComplete()) {
            violations.add(InvoiceParser.wrongWidth(line));
        } else {
            accept(line, violations);
        }
        if (!violations.isEmpty()) {
            log.reject(fileName(), line.number(), violations);
        }
    }

    private void accept(LedgerLine line, List<Violation> violations) {
        String code = line.cell(CODE);
        EnterpriseId id = PlaceholderCodes.of(code);
        if (code.isEmpty()) {
            violations.add(new Violation(CODE, "must not be empty", "", "fill in the code"));
        } else if (byCode.containsKey(code)) {
            violations.add(new Violation(CODE, "must be given once", code, "delete one of the two rows"));
        } else if (!ids.add(id)) {
            violations.add(new Violation(
                    CODE, "must not lead to the placeholder of another code", code, "write the codes in one form"));
        } else {
            byCode.put(code, new EnterpriseRow(code, id, line.cell(NAME), outcome(line), rating(line)));
        }
    }

    private Optional<Boolean> outcome(LedgerLine line) {
        if (!outcomesGiven) {
            return Optional.empty();
        }
        String cell = line.cell(DEFAULTED);
        return switch (cell) {
            case "是" -> Optional.of(true);
            case "否" -> Optional.of(false);
            default -> {
                warnings++;
                log.warn(
                        fileName(),
                        line.number(),
                        RowLog.Kind.OUTCOME_UNKNOWN,
                        new Violation(DEFAULTED, "must be 是 or 否", cell, "taken without an outcome").describe());
                yield Optional.empty();
            }
        };
    }

    private Optional<String> rating(LedgerLine line) {
        return ratingsGiven ? Optional.of(line.cell(RATING)).filter(cell -> !cell.isEmpty()) : Optional.empty();
    }

    private String fileName() {
        return String.valueOf(file.getFileName());
    }
}
