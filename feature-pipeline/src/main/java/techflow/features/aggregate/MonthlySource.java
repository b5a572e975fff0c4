package techflow.features.aggregate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** A source with rows by month. A constant: its rows are picked out of a snapshot once and kept with it. */
public final class MonthlySource<S extends Signal> {
    /** Months that a series reaches back: a row about the year 1900 does not make it long. */
    private static final int REACH = 1200;

    private static final int MOST_YEARS = 1_000_000;

    private final SignalKind kind;
    private final Class<S> type;
    private final Function<S, YearMonth> month;
    private final Predicate<S> belongs;
    private final Derived<Rows<S>> rows;

    /**
     * @param kind the kind of signal
     * @param type its record
     * @param month the month a row is about
     * @param belongs which rows of the kind belong to the source, such as one direction or one utility
     */
    public MonthlySource(SignalKind kind, Class<S> type, Function<S, YearMonth> month, Predicate<S> belongs) {
        this.kind = kind;
        this.type = type;
        this.month = month;
        this.belongs = belongs;
        this.rows = Derived.of(this::told);
    }

    /**
     * The rows of the source with the month of each, counted from year 0.
     *
     * @param rows in the snapshot's order
     * @param months the month of each row
     * @param first the first month told, {@link Integer#MAX_VALUE} when there is no row
     * @param last the last month told, {@link Integer#MIN_VALUE} when there is no row
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared and never handed out
    private record Rows<S>(List<S> rows, int[] months, int first, int last) {}

    private Rows<S> told(Snapshot snapshot) {
        List<S> all = snapshot.signals(kind, type);
        List<S> told = new ArrayList<>(all.size());
        int[] months = new int[all.size()];
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (S row : all) {
            if (belongs.test(row)) {
                int index = index(month.apply(row));
                months[told.size()] = index;
                first = Math.min(first, index);
                last = Math.max(last, index);
                told.add(row);
            }
        }
        return new Rows<>(Collections.unmodifiableList(told), months, first, last);
    }

    /** The value of each month, computed once for a snapshot and cut to any window: keep it in a constant. */
    public MonthlyMeasure measure(ToDoubleFunction<S> value) {
        return new MonthlyMeasure(snapshot -> whole(snapshot, value));
    }

    /**
     * One value for each month of the window, which lies in the 100 years up to the as-of month; rows of one month, such
     * as several meters, are added. For a value that several features ask for, a {@link #measure} is faster.
     */
    public MonthlySeries series(Snapshot snapshot, Window months, ToDoubleFunction<S> value) {
        return whole(snapshot, value).over(months);
    }

    /** From the first month told to the last one, as far as {@link #REACH} and the as-of month. */
    private WholeSeries whole(Snapshot snapshot, ToDoubleFunction<S> value) {
        Rows<S> told = snapshot.derived(rows);
        int now = index(snapshot.asOf().date());
        WholeSeries whole =
                WholeSeries.between(Math.max(told.first, now - REACH), Math.min(told.last, now), !told.rows.isEmpty());
        for (int i = 0; i < told.rows.size(); i++) {
            if (whole.holds(told.months[i])) {
                whole.add(told.months[i], value.applyAsDouble(told.rows.get(i)));
            }
        }
        return whole;
    }

    /**
     * Number of silent months of the window: no row that is active. Months before the first one ever told are not
     * counted, because nothing is known of them; at least {@code minimum} months must remain, else the count is missing.
     */
    public FeatureValue silentMonths(Snapshot snapshot, Window months, int minimum, Predicate<S> active) {
        Rows<S> told = snapshot.derived(rows);
        int from = index(months.from());
        int to = index(months.to());
        if (to - (long) Math.max(told.first, from) < minimum) {
            return FeatureValue.missing(told.rows.isEmpty() ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY);
        }
        boolean[] heard = new boolean[to - from];
        for (int i = 0; i < told.rows.size(); i++) {
            int index = told.months[i];
            if (index >= from && index < to && active.test(told.rows.get(i))) {
                heard[index - from] = true;
            }
        }
        int silent = 0;
        for (int i = Math.max(told.first, from) - from; i < heard.length; i++) {
            silent += heard[i] ? 0 : 1;
        }
        return FeatureValue.of(silent);
    }

    /** The rows that belong to the source, in the snapshot's order. */
    public List<S> rows(Snapshot snapshot) {
        return snapshot.derived(rows).rows;
    }

    static int index(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue();
    }

    /** A year beyond what a number can count in months is as good as never. */
    private static int index(YearMonth month) {
        return Math.clamp(month.getYear(), -MOST_YEARS, MOST_YEARS) * 12 + month.getMonthValue();
    }
}
