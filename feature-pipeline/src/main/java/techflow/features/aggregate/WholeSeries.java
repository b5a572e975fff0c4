package techflow.features.aggregate;

import java.util.Arrays;
import techflow.features.snapshot.Window;

/** A value for each month from the first one told to the last one; filled by {@link MonthlySource}, then only read. */
final class WholeSeries {
    private final int first;
    private final double[] values; // NaN marks a gap
    private final boolean everTold;

    private WholeSeries(int first, double[] values, boolean everTold) {
        this.first = first;
        this.values = values;
        this.everTold = everTold;
    }

    /** All gaps from the first to the last month, both included; no month when the last lies before the first. */
    static WholeSeries between(int first, int last, boolean everTold) {
        double[] values = new double[last < first ? 0 : last - first + 1];
        Arrays.fill(values, Double.NaN);
        return new WholeSeries(first, values, everTold);
    }

    boolean holds(int month) {
        return month >= first && month - first < values.length;
    }

    void add(int month, double value) {
        int position = month - first;
        values[position] = Double.isNaN(values[position]) ? value : values[position] + value;
    }

    MonthlySeries over(Window months) {
        int from = MonthlySource.index(months.from());
        double[] cut = new double[MonthlySource.index(months.to()) - from];
        int begin = values.length == 0 ? 0 : Math.clamp(first - from, 0, cut.length);
        int end = values.length == 0 ? 0 : Math.clamp(first + values.length - from, begin, cut.length);
        Arrays.fill(cut, 0, begin, Double.NaN);
        if (end > begin) {
            System.arraycopy(values, from + begin - first, cut, begin, end - begin);
        }
        Arrays.fill(cut, end, cut.length, Double.NaN);
        return new MonthlySeries(cut, everTold);
    }
}
