package techflow.features.aggregate;

import java.util.function.Function;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/**
 * What a monthly source says month by month, such as net sales: a constant made by {@link MonthlySource#measure}. A
 * snapshot computes the whole series once, whatever windows are asked for.
 */
public final class MonthlyMeasure {
    private final Derived<WholeSeries> whole;

    MonthlyMeasure(Function<Snapshot, WholeSeries> whole) {
        this.whole = Derived.of(whole);
    }

    /** One value for each month of the window; a month without a row is a gap. */
    public MonthlySeries over(Snapshot snapshot, Window months) {
        return snapshot.derived(whole).over(months);
    }
}
