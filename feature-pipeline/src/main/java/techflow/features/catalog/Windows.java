package techflow.features.catalog;

import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** The windows that several families share, and the words for them. */
final class Windows {
    /** Words for {@link #lastYear}. */
    static final String LAST_YEAR = "the 12 whole months up to the month before last (lag 1 month)";

    /** Words for the two halves of {@link #lastTwoYears}. */
    static final String YEAR_ON_YEAR = LAST_YEAR + " against the 12 months before them";

    /** Words for {@link #settledYear}. */
    static final String SETTLED_YEAR =
            "the 12 whole months that end three months before the as-of month (lag 2 months, so"
                    + " that a row published 45 days after its month is not taken for a missing one)";

    /** Words for {@link #recentHalfYear}. */
    static final String RECENT_MONTH = "the latest month known among the 6 whole months before the as-of month";

    /** Months that {@link #recentHalfYear} looks at. */
    static final int RECENT_MONTHS = 6;

    /** Fewer known months than this say too little of a year. */
    static final int ENOUGH = 6;

    /** Words for {@link #ENOUGH} in a year. */
    static final String FEWER_THAN_ENOUGH =
            "the source never told of the firm, or fewer than 6 of the 12 months are known";

    /** Why growth of sales declares no direction. */
    static final String GROWTH_IS_U_SHAPED =
            "U-shaped: both decline and very fast growth raise default (RiskCalc v3.1)";

    private static final Derived<Window> YEAR = Derived.of(snapshot -> Window.wholeMonths(snapshot.asOf(), 1, 12));
    private static final Derived<Window> TWO_YEARS = Derived.of(snapshot -> Window.wholeMonths(snapshot.asOf(), 1, 24));
    private static final Derived<Window> SETTLED = Derived.of(snapshot -> Window.wholeMonths(snapshot.asOf(), 2, 12));
    private static final Derived<Window> RECENT =
            Derived.of(snapshot -> Window.wholeMonths(snapshot.asOf(), 0, RECENT_MONTHS));

    private Windows() {}

    static Window lastYear(Snapshot snapshot) {
        return snapshot.derived(YEAR);
    }

    static Window lastTwoYears(Snapshot snapshot) {
        return snapshot.derived(TWO_YEARS);
    }

    static Window settledYear(Snapshot snapshot) {
        return snapshot.derived(SETTLED);
    }

    static Window recentHalfYear(Snapshot snapshot) {
        return snapshot.derived(RECENT);
    }

    /** The recent half year and as many months before it as a comparison needs. */
    static Window recentHalfYear(Snapshot snapshot, int monthsBefore) {
        return Window.wholeMonths(snapshot.asOf(), 0, RECENT_MONTHS + monthsBefore);
    }
}
