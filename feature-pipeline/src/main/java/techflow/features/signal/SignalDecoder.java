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
    public static Decoded decode(SignalKind kind, List<String> cells) {
        SignalFormat format = SignalFormat.of(kind);
        int expected = SignalFormat.HEADER_COLUMNS.size() + format.columns().size();
        if (cells.size() != expected) {
            return new Decoded.Rejected(List.of(new Violation(
                    "row",
                    "must have " + expected + " cells: " + String.join(",", format.header()),
                    cells.size() + " cells",
                    "check the separators and the quotes of this line")));
        }
        List<Violation> violations = new ArrayList<>(EnterpriseId.violations("uscc", cells.get(0)));
        Optional<LocalDate> occurredAt = cell("occurred_at", DAY_RULE, cells.get(1), SignalDecoder::day, violations);
        Optional<Instant> knownAt = cell("known_at", INSTANT_RULE, cells.get(2), SignalDecoder::instant, violations);
        cell("source", "must not be blank and must not hold NUL", cells.get(3), Column::storable, violations);
        if (occurredAt.isPresent() && knownAt.isPresent()) {
            requireKnownAfter(occurredAt.get(), knownAt.get(), violations);
        }
        Object[] parsed = parse(format, cells.subList(4, cells.size()), violations);
        if (occurredAt.isEmpty() || knownAt.isEmpty() || !violations.isEmpty()) {
            return new Decoded.Rejected(violations);
        }
        SignalHeader header =
                new SignalHeader(new EnterpriseId(cells.get(0)), occurredAt.get(), knownAt.get(), cells.get(3));
        return accept(format, header, parsed);
    }

    /**
     * Decodes the kind's own cells under a header that is typed already, as the database holds it.
     *
     * @param ownCells the cells in the order of {@link SignalFormat#columns()}
     */
    public static Decoded decode(SignalKind kind, SignalHeader header, List<String> ownCells) {
        SignalFormat format = SignalFormat.of(kind);
        List<Violation> violations = new ArrayList<>();
        if (ownCells.size() != format.columns().size()) {
            return new Decoded.Rejected(List.of(new Violation(
                    "row",
                    "must have " + format.columns().size() + " cells of its own",
                    ownCells.size() + " cells",
                    "load the row again in today's form")));
        }
        Object[] parsed = parse(format, ownCells, violations);
        return violations.isEmpty() ? accept(format, header, parsed) : new Decoded.Rejected(violations);
    }

    /** Cells that keep their own rules must keep the rules between them too. */
    private static Decoded accept(SignalFormat format, SignalHeader header, Object[] parsed) {
        Signal signal = format.read(header, parsed);
        List<Violation> violations = format.violations(signal);
        return violations.isEmpty() ? new Decoded.Accepted(signal) : new Decoded.Rejected(violations);
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

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!SignalHeader.inRange(day)) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (!SignalHeader.inRange(instant)) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }

    private static Object[] parse(SignalFormat format, List<String> cells, List<Violation> violations) {
        Object[] parsed = new Object[cells.size()];
        for (int i = 0; i < parsed.length; i++) {
            Column<?> column = format.columns().get(i);
            String text = cells.get(i);
            Optional<?> value = column.required() || !text.isEmpty()
                    ? cell(column.name(), column.rule(), text, column.parse(), violations)
                    : Optional.of(column.parse().apply(""));
            if (value.isPresent()) {
                parsed[i] = value.get();
            }
        }
        return parsed;
    }

    private static <T> Optional<T> cell(
            String field, String rule, String text, Function<String, T> parse, List<Violation> violations) {
        if (text.isEmpty()) {
            violations.add(new Violation(field, rule, "", "fill in the cell"));
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            violations.add(new Violation(field, rule, text, "correct the cell and send the row again"));
            return Optional.empty();
        }
    }
}
