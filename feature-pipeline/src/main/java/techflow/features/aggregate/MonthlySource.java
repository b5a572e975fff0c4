package techflow.features.aggregate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/**
 * A source with rows by month.
 *
 * @param kind the kind of signal
 * @param type its record
 * @param month the month a row is about
 * @param belongs which rows of the kind belong to the source, such as one direction or one utility
 */
public record MonthlySource<S extends Signal>(
        SignalKind kind, Class<S> type, Function<S, YearMonth> month, Predicate<S> belongs) {
    /** One value for each month of the window; rows of one month, such as several meters, are added. */
    public MonthlySeries series(Snapshot snapshot, Window months, ToDoubleFunction<S> value) {
        long first = index(months.from());
        double[] values = new double[(int) (index(months.to()) - first)];
        Arrays.fill(values, Double.NaN);
        boolean everTold = false;
        for (S row : snapshot.signals(kind, type)) {
            if (belongs.test(row)) {
                everTold = true;
                long position = index(month.apply(row)) - first;
                if (position >= 0 && position < values.length) {
                    add(values, (int) position, value.applyAsDouble(row));
                }
            }
        }
        return new MonthlySeries(values, everTold);
    }

    private static void add(double[] values, int position, double value) {
        values[position] = Double.isNaN(values[position]) ? value : values[position] + value;
    }

    /**
     * Number of silent months of the window: no row that is active. Months before the first one ever told are not
     * counted, because nothing is known of them; at least {@code minimum} months must remain, else the count is missing.
     */
    public FeatureValue silentMonths(Snapshot snapshot, Window months, int minimum, Predicate<S> active) {
        long from = index(months.from());
        long to = index(months.to());
        long firstTold = Long.MAX_VALUE;
        boolean[] heard = new boolean[(int) (to - from)];
        for (S row : rows(snapshot)) {
            long index = index(month.apply(row));
            firstTold = Math.min(firstTold, index);
            if (index >= from && index < to && active.test(row)) {
                heard[(int) (index - from)] = true;
            }
        }
        if (to - Math.max(firstTold, from) < minimum) {
            return FeatureValue.missing(
                    firstTold == Long.MAX_VALUE ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY);
        }
        int silent = 0;
        for (int i = (int) (Math.max(firstTold, from) - from); i < heard.length; i++) {
            silent += heard[i] ? 0 : 1;
        }
        return FeatureValue.of(silent);
    }

    /** The rows that belong to the source, in the snapshot's order. */
    public List<S> rows(Snapshot snapshot) {
        return snapshot.signals(kind, type).stream().filter(belongs).toList();
    }

    private static long index(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue();
    }

    private static long index(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue();
    }
}
