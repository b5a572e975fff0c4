package techflow.features.signal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import techflow.features.signal.FormatBuilder.Row;
import techflow.problem.Violation;

/** The one place where a row becomes a {@link Signal}: files, the database and the API all come through here. */
public final class SignalDecoder {
    private static final String DAY_RULE = "must be a date such as 2026-10-31, from 1900 to 2199";
    private static final String INSTANT_RULE = "must be an instant such as 2026-11-12T00:00:00Z, from 1900 to 2199";

    private static final String SOURCE_RULE = "must not be blank and must not hold NUL";
    private static final int OWN_CELLS = SignalFormat.HEADER_COLUMNS.size();

    private SignalDecoder() {}

    /** What became of a row. */
    public sealed interface Decoded {
        /** The row keeps its contract. */
        record Accepted(Signal signal) implements Decoded {}

        /** The row breaks it; every broken rule is listed. */
        record Rejected(List<Violation> violations) implements Decoded {
            public Rejected {
                violations = List.copyOf(violations);
            }
        }
    }

    /**
     * Decodes a whole row.
     *
     * @param kind what the row holds
     * @param cells the cells in the order of {@link SignalFormat#header()}
     */
    public static Decoded decode(SignalKind kind, List<? extends CharSequence> cells) {
        return decode(kind, cells(cells), Optional.empty());
    }

    /**
     * Decodes a whole row.
     *
     * @param kind what the row holds
     * @param cells the cells in the order of {@link SignalFormat#header()}
     * @param known the enterprise that the first cell names when that is known already, as it is when the row before had
     *     the same code; empty to have the code checked
     */
    public static Decoded decode(SignalKind kind, TextCell[] cells, Optional<EnterpriseId> known) {
        SignalFormat format = SignalFormat.of(kind);
        int expected = OWN_CELLS + format.columns().size();
        if (cells.length != expected) {
            return wrongLength(format, expected, cells.length);
        }
        try {
            SignalHeader header = new SignalHeader(
                    known.isPresent() ? known.get() : enterprise(cells[0].toString()),
                    CellText.date(cells[1]),
                    CellText.instant(cells[2]),
                    Column.storable(cells[3].toString()));
            return format.decode(new Row(header, cells, OWN_CELLS));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            List<Violation> violations = headerViolations(cells);
            violations.addAll(ownViolations(format, cells, OWN_CELLS));
            return rejected(violations, e);
        }
    }

    private static Decoded wrongLength(SignalFormat format, int expected, int found) {
        return new Decoded.Rejected(List.of(new Violation(
                "row",
                "must have " + expected + " cells: " + String.join(",", format.header()),
                found + " cells",
                "check the separators and the quotes of this line")));
    }

    /**
     * Decodes the kind's own cells under a header that is typed already, as the database holds it.
     *
     * @param ownCells the cells in the order of {@link SignalFormat#columns()}
     */
    public static Decoded decode(SignalKind kind, SignalHeader header, List<? extends CharSequence> ownCells) {
        SignalFormat format = SignalFormat.of(kind);
        if (ownCells.size() != format.columns().size()) {
            return new Decoded.Rejected(List.of(new Violation(
                    "row",
                    "must have " + format.columns().size() + " cells of its own",
                    ownCells.size() + " cells",
                    "load the row again in today's form")));
        }
        TextCell[] cells = cells(ownCells);
        try {
            return format.decode(new Row(header, cells, 0));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return rejected(ownViolations(format, cells, 0), e);
        }
    }

    private static TextCell[] cells(List<? extends CharSequence> texts) {
        return texts.stream().map(TextCell::of).toArray(TextCell[]::new);
    }

    /** A row that could not be read breaks a rule that says why; if none does, the record and its columns disagree. */
    private static Decoded rejected(List<Violation> violations, RuntimeException cause) {
        if (violations.isEmpty()) {
            throw cause;
        }
        return new Decoded.Rejected(violations);
    }

    /** The whole row of a signal, which {@link #decode(SignalKind, List)} reads back to an equal signal. */
    public static List<String> encode(Signal signal) {
        SignalHeader header = signal.header();
        List<String> cells = new ArrayList<>(List.of(
                header.enterprise().code(),
                header.occurredAt().toString(),
                header.knownAt().toString(),
                header.source()));
        cells.addAll(encodeOwn(signal));
        return cells;
    }

    /** The kind's own cells of a signal, without the header's. */
    public static List<String> encodeOwn(Signal signal) {
        return SignalFormat.of(signal.kind()).write(signal);
    }

    private static EnterpriseId enterprise(String code) {
        if (!EnterpriseId.isValid(code)) {
            throw new IllegalArgumentException(code);
        }
        return new EnterpriseId(code);
    }

    private static List<Violation> headerViolations(TextCell[] cells) {
        List<Violation> violations = new ArrayList<>(EnterpriseId.violations("uscc", cells[0].toString()));
        Optional<LocalDate> occurredAt = value("occurred_at", DAY_RULE, cells[1], SignalDecoder::day, violations);
        Optional<Instant> knownAt = value("known_at", INSTANT_RULE, cells[2], SignalDecoder::instant, violations);
        value("source", SOURCE_RULE, cells[3], cell -> Column.storable(cell.toString()), violations);
        if (occurredAt.isPresent() && knownAt.isPresent() && SignalHeader.isTooEarly(knownAt.get(), occurredAt.get())) {
            violations.add(new Violation(
                    "known_at",
                    "must not lie before occurred_at " + occurredAt.get() + " in China",
                    knownAt.get().toString(),
                    "send the instant of publication"));
        }
        return violations;
    }

    private static List<Violation> ownViolations(SignalFormat format, TextCell[] cells, int first) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < format.columns().size(); i++) {
            Column<?> column = format.columns().get(i);
            TextCell cell = cells[first + i];
            if (column.required() || !cell.isEmpty()) {
                value(column.name(), column.rule(), cell, column.parse(), violations);
            }
        }
        return violations;
    }

    private static LocalDate day(TextCell cell) {
        LocalDate day = CellText.date(cell);
        if (!SignalHeader.inRange(day)) {
            throw new IllegalArgumentException(cell.toString());
        }
        return day;
    }

    private static Instant instant(TextCell cell) {
        Instant instant = CellText.instant(cell);
        if (!SignalHeader.inRange(instant)) {
            throw new IllegalArgumentException(cell.toString());
        }
        return instant;
    }

    /** The value, or nothing and a violation more. */
    private static <T> Optional<T> value(
            String field, String rule, TextCell cell, Function<TextCell, T> parse, List<Violation> violations) {
        if (cell.isEmpty()) {
            violations.add(new Violation(field, rule, "", "fill in the cell"));
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(cell));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            violations.add(new Violation(field, rule, cell.toString(), "correct the cell and send the row again"));
            return Optional.empty();
        }
    }
}
