package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;

/** Draws what a firm is. */
final class TraitsDraw {
    private static final double FOUNDED_DURING_WORLD = 0.25;
    private static final int LAST_ENTRY = WorldCalendar.MONTHS - 12;
    private static final double MEAN_AGE_MONTHS = 84;
    private static final int OLDEST_MONTHS = 300;
    private static final double LOG_STAFF = Math.log(28);
    private static final double HABIT = 0.6;

    private TraitsDraw() {}

    static Traits draw(WorldCalendar calendar, RandomStream random) {
        Industry industry = Industry.draw(random);
        int entry = entryMonth(random);
        double staff = Math.clamp(Math.exp(random.normal(LOG_STAFF, 0.85) - (entry > 0 ? 0.5 : 0)), 3, 600);
        double perHead = 520_000 * random.noise(0.40);
        double paidIn = random.normal();
        return new Traits(
                industry,
                industry.drawField(random),
                Province.draw(random),
                establishedOn(calendar.month(entry), random),
                entry,
                staff,
                perHead,
                capital(staff * perHead, paidIn),
                random.normal(0, 0.28),
                Math.clamp(1 + 0.35 * paidIn, 0.4, 1.8),
                Math.clamp(0.065 * random.noise(0.55), 0.01, 0.45),
                habits(random));
    }

    private static Traits.Habits habits(RandomStream random) {
        return new Traits.Habits(
                random.normal(0, HABIT),
                random.normal(0, HABIT),
                random.normal(0, HABIT),
                random.normal(0, HABIT),
                random.normal(0, HABIT));
    }

    private static int entryMonth(RandomStream random) {
        if (random.chance(FOUNDED_DURING_WORLD)) {
            return random.between(1, LAST_ENTRY);
        }
        return -6 - random.days(MEAN_AGE_MONTHS, OLDEST_MONTHS);
    }

    private static LocalDate establishedOn(YearMonth month, RandomStream random) {
        return month.atDay(random.between(1, month.lengthOfMonth()));
    }

    /** Firms register round sums. */
    private static double capital(double revenue, double paidIn) {
        double[] usual = {
            500_000,
            1_000_000,
            2_000_000,
            3_000_000,
            5_000_000,
            8_000_000,
            10_000_000,
            20_000_000,
            30_000_000,
            50_000_000
        };
        double wanted = revenue * 0.35 * Math.exp(0.6 * paidIn);
        double nearest = usual[0];
        for (double sum : usual) {
            if (Math.abs(Math.log(sum / wanted)) < Math.abs(Math.log(nearest / wanted))) {
                nearest = sum;
            }
        }
        return nearest;
    }
}
