package techflow.datasets.synthetic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import techflow.features.signal.SignalHeader;

/**
 * Months of the world by number: 0 is the first simulated, {@link #MONTHS} − 1 is {@code until}.
 *
 * @param until the last month that is wholly simulated
 */
record WorldCalendar(YearMonth until) {
    /** Months simulated. */
    static final int MONTHS = 84;

    /** Months before the observation: the latent state settles, firms that fail here are not in the population. */
    static final int BURN_IN = 24;

    private static final int DELIVERY_DAYS = 60;
    private static final LocalTime PUBLISHING_TIME = LocalTime.of(9, 0);

    YearMonth month(int t) {
        return until.minusMonths(MONTHS - 1L - t);
    }

    int indexOf(YearMonth month) {
        return MONTHS - 1 - (int) ChronoUnit.MONTHS.between(month, until);
    }

    int indexOf(LocalDate day) {
        return indexOf(YearMonth.from(day));
    }

    LocalDate firstDay(int t) {
        return month(t).atDay(1);
    }

    LocalDate lastDay(int t) {
        return month(t).atEndOfMonth();
    }

    /** Nothing that became known after this day is delivered. */
    LocalDate deliveredOn() {
        return until.atEndOfMonth().plusDays(DELIVERY_DAYS);
    }

    static Instant published(LocalDate day) {
        return day.atTime(PUBLISHING_TIME).atZone(SignalHeader.CHINA).toInstant();
    }
}
