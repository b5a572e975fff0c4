package techflow.datasets.synthetic;

import java.time.LocalDate;
import techflow.features.signal.TechnologyField;

/**
 * What a firm is and stays.
 *
 * @param establishedOn day of registration
 * @param entryMonth world month of registration, negative before the world began
 * @param staff persons at the start
 * @param revenuePerHead yuan a year
 * @param capital registered capital, yuan
 * @param frailty what no source ever shows: added to the log-hazard
 * @param equityWeight how strongly technology protects the firm: more where owners paid in more
 * @param researchIntensity usual R&amp;D over revenue
 * @param habits how the firm pays, apart from how it does
 */
record Traits(
        Industry industry,
        TechnologyField field,
        Province province,
        LocalDate establishedOn,
        int entryMonth,
        double staff,
        double revenuePerHead,
        double capital,
        double frailty,
        double equityWeight,
        double researchIntensity,
        Habits habits) {
    private static final double USUAL_STAFF = 28;
    private static final double SIZE_EFFECT = -0.15;

    /**
     * Sloppiness by source in units of strain, standard normal and independent: a firm may pay late out of habit, and
     * another may hide distress well.
     */
    record Habits(double tax, double contributions, double utilities, double conduct, double filings) {}

    /** First world month in which the firm exists. */
    int firstMonth() {
        return Math.max(0, entryMonth);
    }

    int ageMonths(int t) {
        return t - entryMonth;
    }

    /** Constant part of the log-hazard. */
    double firmTerm() {
        return frailty + SIZE_EFFECT * Math.log(staff / USUAL_STAFF);
    }
}
