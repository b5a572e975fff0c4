package techflow.datasets.synthetic;

import static techflow.datasets.synthetic.LatentModel.CYCLE;
import static techflow.datasets.synthetic.LatentModel.INDUSTRY;
import static techflow.datasets.synthetic.LatentModel.LIQUIDITY;
import static techflow.datasets.synthetic.LatentModel.QUALITY;

import java.time.YearMonth;

/** What the firm does each month because of its hidden state: the business that the sources then report imperfectly. */
final class Activity {
    private static final double[] SEASON = {0.94, 0.72, 1.02, 1.00, 1.00, 1.04, 0.98, 0.98, 1.04, 1.00, 1.06, 1.22};

    private final double[] level = new double[WorldCalendar.MONTHS];
    private final double[] sales = new double[WorldCalendar.MONTHS];
    private final double[] heads = new double[WorldCalendar.MONTHS];
    private final double[] wage = new double[WorldCalendar.MONTHS];

    Activity(Traits traits, LatentPath latent, WorldCalendar calendar, RandomStream random) {
        double logScale = 0;
        double staff = traits.staff();
        double wageNow = 7_000 * random.noise(0.22);
        for (int t = traits.firstMonth(); t < WorldCalendar.MONTHS; t++) {
            logScale += growth(traits, latent, t) + random.normal(0, 0.034);
            double mood = Math.exp(0.10 * latent.of(QUALITY, t) + 0.05 * latent.of(LIQUIDITY, t));
            double monthly = traits.staff() * traits.revenuePerHead() / 12 * Math.exp(logScale);
            level[t] = monthly * mood;
            sales[t] =
                    monthly * mood * season(calendar.month(t)) * random.noise(0.26 * Math.exp(0.12 * latent.strain(t)));
            staff += 0.20 * (traits.staff() * Math.exp(0.85 * logScale) * Math.sqrt(mood) - staff);
            heads[t] = Math.max(1, staff * random.noise(0.02));
            wage[t] = wageNow * Math.exp(0.004 * (t - traits.firstMonth()));
        }
    }

    private static double growth(Traits traits, LatentPath latent, int t) {
        double youth = 0.012 * Math.exp(-Math.max(0, traits.ageMonths(t)) / 30.0);
        return 0.003
                + youth
                + 0.0075 * latent.of(QUALITY, t)
                + 0.005 * latent.of(CYCLE, t)
                + 0.004 * latent.of(INDUSTRY, t);
    }

    static double season(YearMonth month) {
        return SEASON[month.getMonthValue() - 1];
    }

    /** Business volume without season or monthly noise, yuan a month: what machines and people are used for. */
    double level(int t) {
        return level[t];
    }

    /** Sales before tax, yuan. */
    double sales(int t) {
        return sales[t];
    }

    double heads(int t) {
        return heads[t];
    }

    /** Average monthly wage, yuan. */
    double wage(int t) {
        return wage[t];
    }
}
