package techflow.datasets.synthetic;

import static techflow.datasets.synthetic.LatentModel.LEVERAGE;
import static techflow.datasets.synthetic.LatentModel.QUALITY;

/**
 * One calendar year of a firm as its own books show it; what is then reported is another matter.
 *
 * @param year calendar year
 * @param revenue yuan
 * @param research R&amp;D expense, yuan
 * @param highTechShare of revenue
 * @param margin net profit over revenue
 * @param assets total, yuan
 * @param leverage liabilities over assets
 * @param staff persons at year end
 * @param researchStaffShare of staff
 */
record AnnualFigures(
        int year,
        double revenue,
        double research,
        double highTechShare,
        double margin,
        double assets,
        double leverage,
        int staff,
        double researchStaffShare) {
    /** The year that ends in a December of the world. */
    static AnnualFigures of(Firm firm, int december, RandomStream random) {
        double revenue = 0;
        double quality = 0;
        int months = 0;
        for (int t = Math.max(firm.traits().firstMonth(), december - 11); t <= december; t++) {
            revenue += firm.activity().sales(t);
            quality += firm.latent().of(QUALITY, t);
            months++;
        }
        quality /= months;
        double technology = firm.latent().technology(december);
        double leverage =
                RandomStream.logistic(-0.15 + 0.85 * firm.latent().of(LEVERAGE, december) + random.normal(0, 0.25));
        double growthOfResearch = 0.25 * technology + random.normal(0, 0.22);
        return new AnnualFigures(
                firm.calendar().month(december).getYear(),
                revenue,
                revenue * Math.min(0.6, firm.traits().researchIntensity() * Math.exp(growthOfResearch)),
                RandomStream.logistic(random.normal(0.7 + 0.45 * technology, 0.5)),
                0.045 + 0.035 * quality + random.normal(0, 0.06),
                revenue * 12 / months * random.uniform(0.7, 1.4),
                Math.clamp(leverage, 0.05, 0.97),
                (int) Math.round(firm.activity().heads(december)),
                RandomStream.logistic(random.normal(-1.2 + 0.45 * technology, 0.5)));
    }

    double profit() {
        return revenue * margin;
    }

    double liabilities() {
        return assets * leverage;
    }

    double netAssets() {
        return assets - liabilities();
    }
}
