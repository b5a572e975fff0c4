package techflow.features.engine.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.problem.TechflowException;
import techflow.problem.Violation;

/** From a row of {@link SignalTable} to the one door, {@link SignalDecoder}. Not thread-safe: one per task. */
final class RowDecoder {
    /** The last one made: a firm's rows stand together, and checking a code costs more than comparing it. */
    private Optional<EnterpriseId> last = Optional.empty();

    Decoded decode(Row row) {
        if (!row.isNullAt(SignalTable.FAULTS_AT)) {
            return new Decoded.Rejected(faults(row));
        }
        return kind(row.getString(SignalTable.KIND_AT))
                .map(kind -> decode(kind, row))
                .orElseGet(() -> new Decoded.Rejected(List.of(new Violation(
                        SignalTable.KIND,
                        "must be a kind of signal that this release knows",
                        row.getString(SignalTable.KIND_AT),
                        "load the row with the release that knows it, or correct the kind"))));
    }

    /** The enterprise of a code, empty when it is no code. */
    Optional<EnterpriseId> enterprise(String code) {
        if (last.filter(known -> known.code().equals(code)).isEmpty()) {
            last = EnterpriseId.violations(SignalTable.USCC, code).isEmpty()
                    ? Optional.of(new EnterpriseId(code))
                    : Optional.empty();
        }
        return last;
    }

    private Decoded decode(SignalKind kind, Row row) {
        List<String> own = row.isNullAt(SignalTable.CELLS_AT) ? List.of() : row.getList(SignalTable.CELLS_AT);
        return header(row)
                .map(header -> SignalDecoder.decode(kind, header, own))
                .orElseGet(() -> SignalDecoder.decode(kind, asText(row, own)));
    }

    /** The typed header; empty when it breaks a rule, which the decoder of whole rows then names. */
    private Optional<SignalHeader> header(Row row) {
        Optional<EnterpriseId> enterprise = enterprise(text(row, SignalTable.USCC_AT));
        if (enterprise.isEmpty()
                || row.isNullAt(SignalTable.OCCURRED_DAY_AT)
                || row.isNullAt(SignalTable.KNOWN_MICROS_AT)
                || text(row, SignalTable.SOURCE_AT).indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SignalHeader(enterprise.get(), day(row), knownAt(row), text(row, SignalTable.SOURCE_AT)));
        } catch (IllegalArgumentException | TechflowException e) {
            return Optional.empty();
        }
    }

    private static List<String> asText(Row row, List<String> own) {
        List<String> cells = new ArrayList<>(List.of(
                text(row, SignalTable.USCC_AT),
                row.isNullAt(SignalTable.OCCURRED_DAY_AT) ? "" : day(row).toString(),
                row.isNullAt(SignalTable.KNOWN_MICROS_AT) ? "" : knownAt(row).toString(),
                text(row, SignalTable.SOURCE_AT)));
        cells.addAll(own);
        return cells;
    }

    private static String text(Row row, int column) {
        return row.isNullAt(column) ? "" : row.getString(column);
    }

    private static LocalDate day(Row row) {
        return LocalDate.ofEpochDay(row.getInt(SignalTable.OCCURRED_DAY_AT));
    }

    private static Instant knownAt(Row row) {
        return SignalTable.instant(row.getLong(SignalTable.KNOWN_MICROS_AT));
    }

    private static Optional<SignalKind> kind(String name) {
        for (SignalKind kind : SignalKind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static List<Violation> faults(Row row) {
        List<String> texts = row.getList(SignalTable.FAULTS_AT);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i + 3 < texts.size(); i += 4) {
            violations.add(new Violation(texts.get(i), texts.get(i + 1), texts.get(i + 2), texts.get(i + 3)));
        }
        return violations;
    }
}
