package techflow.features.signal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import techflow.problem.Violation;

/** The one place where a row becomes a {@link Signal}: files, the database and the API all come through here. */
public final class SignalDecoder {
    private static final String DAY_RULE = "must be a date such as 2026-10-31, from 1900 to 2199";
    private static final String INSTANT_RULE = "must be an instant such as 2026-11-12T00:00:00Z, from 1900 to 2199";

    private static final String SOURCE_RULE = "must not be blank and must not hold NUL";
    private static final int OWN_CELLS = SignalFormat.HEADER_COLUMNS.size();

    private static final Function<CharSequence, LocalDate> DAY = SignalDecoder::day;
    private static final Function<CharSequence, Instant> INSTANT = SignalDecoder::instant;
    private static final Function<CharSequence, String> SOURCE = SignalDecoder::source;

    /** Stands where a value would, beside the violation that says why there is none. */
    private static final Object BROKEN = new Object();

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
        return decode(kind, cells, Optional.empty());
    }

    /**
     * Decodes a whole row that often is about the same enterprise as the one before.
     *
     * @param before the enterprise of the row before: a code that is equal to it is not checked again
     */
    public static Decoded decode(SignalKind kind, List<? extends CharSequence> cells, Optional<EnterpriseId> before) {
        SignalFormat format = SignalFormat.of(kind);
        int expected = OWN_CELLS + format.columns().size();
        if (cells.size() != expected) {
            return wrongLength(format, expected, cells.size());
        }
        List<Violation> violations = new ArrayList<>(0);
        Object enterprise = enterprise(cells.get(0), before, violations);
        Object occurredAt = cell("occurred_at", DAY_RULE, cells.get(1), DAY, violations);
        Object knownAt = cell("known_at", INSTANT_RULE, cells.get(2), INSTANT, violations);
        Object source = cell("source", SOURCE_RULE, cells.get(3), SOURCE, violations);
        if (occurredAt instanceof LocalDate day && knownAt instanceof Instant instant) {
            requireKnownAfter(day, instant, violations);
        }
        Object[] parsed = parse(format, cells, OWN_CELLS, violations);
        if (violations.isEmpty()
                && enterprise instanceof EnterpriseId id
                && occurredAt instanceof LocalDate day
                && knownAt instanceof Instant instant) {
            return accept(format, new SignalHeader(id, day, instant, source.toString()), parsed);
        }
        return new Decoded.Rejected(violations);
    }

    private static Decoded wrongLength(SignalFormat format, int expected, int found) {
        return new Decoded.Rejected(List.of(new Violation(
                "row",
                "must have " + expected + " cells: " + String.join(",", format.header()),
                found + " cells",
                "check the separators and the quotes of this line")));
    }

    /** Cells that keep their own rules must keep the rules between them too. */
    private static Decoded accept(SignalFormat format, SignalHeader header, Object[] parsed) {
        Signal signal = format.read(header, parsed);
        List<Violation> violations = format.violations(signal);
        return violations.isEmpty() ? new Decoded.Accepted(signal) : new Decoded.Rejected(violations);
    }

    /**
     * Decodes the kind's own cells under a header that is typed already, as the database holds it.
     *
     * @param ownCells the cells in the order of {@link SignalFormat#columns()}
     */
    public static Decoded decode(SignalKind kind, SignalHeader header, List<? extends CharSequence> ownCells) {
        SignalFormat format = SignalFormat.of(kind);
        List<Violation> violations = new ArrayList<>();
        if (ownCells.size() != format.columns().size()) {
            return new Decoded.Rejected(List.of(new Violation(
                    "row",
                    "must have " + format.columns().size() + " cells of its own",
                    ownCells.size() + " cells",
                    "load the row again in today's form")));
        }
        Object[] parsed = parse(format, ownCells, 0, violations);
        return violations.isEmpty() ? accept(format, header, parsed) : new Decoded.Rejected(violations);
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

    private static void requireKnownAfter(LocalDate occurredAt, Instant knownAt, List<Violation> violations) {
        if (SignalHeader.isTooEarly(knownAt, occurredAt)) {
            violations.add(new Violation(
                    "known_at",
                    "must not lie before occurred_at " + occurredAt + " in China",
                    knownAt.toString(),
                    "send the instant of publication"));
        }
    }

    private static Object enterprise(CharSequence text, Optional<EnterpriseId> before, List<Violation> violations) {
        if (before.isPresent() && before.get().code().equals(text.toString())) {
            return before.get();
        }
        if (EnterpriseId.isValid(text)) {
            return new EnterpriseId(text.toString());
        }
        violations.addAll(EnterpriseId.violations("uscc", text.toString()));
        return BROKEN;
    }

    private static LocalDate day(CharSequence text) {
        LocalDate day = CellText.date(text);
        if (!SignalHeader.inRange(day)) {
            throw new IllegalArgumentException(text.toString());
        }
        return day;
    }

    private static Instant instant(CharSequence text) {
        Instant instant = CellText.instant(text);
        if (!SignalHeader.inRange(instant)) {
            throw new IllegalArgumentException(text.toString());
        }
        return instant;
    }

    private static String source(CharSequence text) {
        return Column.storable(text.toString());
    }

    /** The kind's own cells, which begin at {@code first}. */
    private static Object[] parse(
            SignalFormat format, List<? extends CharSequence> cells, int first, List<Violation> violations) {
        Column<?>[] columns = format.eachColumn();
        Object[] parsed = new Object[columns.length];
        for (int i = 0; i < parsed.length; i++) {
            Column<?> column = columns[i];
            CharSequence text = cells.get(first + i);
            parsed[i] = column.required() || !text.isEmpty()
                    ? cell(column.name(), column.rule(), text, column.parse(), violations)
                    : format.whenEmpty(i);
        }
        return parsed;
    }

    /** The value, or {@link #BROKEN} and a violation more. */
    private static Object cell(
            String field, String rule, CharSequence text, Function<CharSequence, ?> parse, List<Violation> violations) {
        if (text.isEmpty()) {
            violations.add(new Violation(field, rule, "", "fill in the cell"));
            return BROKEN;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            violations.add(new Violation(field, rule, text.toString(), "correct the cell and send the row again"));
            return BROKEN;
        }
    }
}
