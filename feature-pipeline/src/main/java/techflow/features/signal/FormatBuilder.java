package techflow.features.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts a {@link SignalFormat} together: cells in the order of the columns, then the rules between them, then the way from
 * a row to the record.
 */
final class FormatBuilder<S extends Signal> {
    private static final String ADVICE = "correct this cell or the one it is compared with, and send the row again";

    private final SignalKind kind;
    private final Class<S> type;
    private final List<Cell<S, ?>> cells = new ArrayList<>();
    private final List<RowRule> rules = new ArrayList<>();

    private FormatBuilder(SignalKind kind, Class<S> type) {
        this.kind = kind;
        this.type = type;
    }

    static <S extends Signal> FormatBuilder<S> of(SignalKind kind, Class<S> type) {
        return new FormatBuilder<>(kind, type);
    }

    /** The next column, and the record's value in it. */
    <T> Cell<S, T> cell(Column<T> column, Function<S, T> value) {
        Cell<S, T> cell = new Cell<>(cells.size(), column, value);
        cells.add(cell);
        return cell;
    }

    /** A rule between this cell and others, as a sentence about this one. */
    @SuppressWarnings("unchecked") // a rule is only asked about signals of its own kind
    FormatBuilder<S> rule(Cell<S, ?> cell, String sentence, Predicate<S> holds) {
        rules.add(new RowRule(
                cell.column().name(),
                sentence,
                ADVICE,
                (Predicate<Signal>) (Predicate<?>) holds,
                signal -> cell.write(type.cast(signal))));
        return this;
    }

    /** The cell holds no more than another. */
    FormatBuilder<S> atMost(Cell<S, Money> cell, Cell<S, Money> most) {
        return rule(
                cell,
                "must not be more than " + most.column().name(),
                s -> cell.of(s).compareTo(most.of(s)) <= 0);
    }

    /** The cell, if it is known, holds no more than another that is known. */
    FormatBuilder<S> atMostIfKnown(Cell<S, Optional<Money>> cell, Cell<S, Optional<Money>> most) {
        return rule(cell, "must not be more than " + most.column().name(), s -> {
            Optional<Money> limit = most.of(s);
            return limit.isEmpty() || isAtMost(cell.of(s), limit.get());
        });
    }

    static boolean isAtMost(Optional<Money> part, Money whole) {
        return part.isEmpty() || part.get().compareTo(whole) <= 0;
    }

    /** The month had begun when the row's day came: nothing sums up a month to come. */
    FormatBuilder<S> begunByItsDay(Cell<S, YearMonth> period) {
        return rule(period, "must not lie after the month of occurred_at", s -> {
            YearMonth month = period.of(s);
            LocalDate day = s.occurredAt();
            return month.getYear() < day.getYear()
                    || (month.getYear() == day.getYear() && month.getMonthValue() <= day.getMonthValue());
        });
    }

    /** The year had begun when the row's day came. */
    FormatBuilder<S> yearBegunByItsDay(Cell<S, Integer> year) {
        return rule(
                year,
                "must not lie after the year of occurred_at",
                s -> year.of(s) <= s.occurredAt().getYear());
    }

    /** Ends the format with the way from a row to the record. */
    SignalFormat reads(Function<Row, S> reader) {
        List<Column<?>> columns = new ArrayList<>();
        cells.forEach(cell -> columns.add(cell.column()));
        List<Cell<S, ?>> all = List.copyOf(cells);
        return new SignalFormat(kind, columns, rules, reader::apply, signal -> {
            S record = type.cast(signal);
            List<String> written = new ArrayList<>(all.size());
            all.forEach(cell -> written.add(cell.write(record)));
            return written;
        });
    }

    /** One column of the kind at its position among the kind's own. */
    record Cell<S, T>(int position, Column<T> column, Function<S, T> value) {
        T of(S signal) {
            return value.apply(signal);
        }

        String write(S signal) {
            return column.format().apply(value.apply(signal));
        }
    }

    /**
     * A row whose header has been read.
     *
     * @param header the header's cells, as a value
     * @param cells the row's cells
     * @param first where the kind's own cells begin
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(SignalHeader header, TextCell[] cells, int first) {
        /** The value of a cell; throws a {@link RuntimeException} of the JDK when the cell breaks its rule. */
        <T> T get(Cell<?, T> cell) {
            return cell.column().read(cells[first + cell.position()]);
        }
    }
}
