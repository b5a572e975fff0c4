package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Optional;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.ContributionMonth.Scheme;
import techflow.features.signal.Money;

/** Social insurance and housing fund, 15 to 45 days after the month; what is paid later arrives as a restatement. */
final class ContributionEmitter implements Emitter {
    private static final double UNPAID = -3.7;
    private static final double GAP_OF_DELIVERY = 0.01;
    private static final double LATE_DELIVERY = 0.015;
    private static final double CORRECTED = 0.015;
    private static final double DEFERRED = 0.12;

    @Override
    public void emit(Firm firm, SignalLog log) {
        RandomStream random = firm.random(Purpose.CONTRIBUTIONS);
        RandomStream details = firm.random(Purpose.CONTRIBUTION_DETAILS);
        double insured = Math.clamp(random.normal(0.88, 0.10), 0.4, 1);
        Terms social = new Terms(Scheme.SOCIAL_INSURANCE, Source.SOCIAL_INSURANCE, insured, 0.26, 0);
        double housed = insured * RandomStream.logistic(random.normal(1.2, 0.8));
        double rate = random.between(5, 12) / 100.0;
        Terms housing = new Terms(Scheme.HOUSING_FUND, Source.HOUSING_FUND, housed, rate, 0.35);
        new Life(firm, log, random, details, social).run();
        new Life(firm, log, random, details, housing).run();
    }

    /**
     * What a scheme asks of this firm.
     *
     * @param coverage persons contributed for over persons employed
     * @param rate of the wage base
     * @param laxity added to the log-odds of not paying
     */
    private record Terms(Scheme scheme, Source source, double coverage, double rate, double laxity) {}

    /** One scheme of one firm. */
    private record Life(Firm firm, SignalLog log, RandomStream random, RandomStream details, Terms terms) {
        void run() {
            Strain strain = new Strain(firm.latent(), firm.traits().habits().contributions(), 0.4, random);
            for (int t = firm.historyFrom(); t < WorldCalendar.MONTHS; t++) {
                double pressure = strain.next(t);
                boolean unpaid = random.chanceOfLogit(UNPAID + terms.laxity() + 1.35 * pressure);
                boolean wholly = random.chance(0.5);
                double part = random.uniform(0.1, 0.9);
                int lag = 15 + random.days(7, 30) + (details.chance(LATE_DELIVERY) ? details.between(60, 200) : 0);
                int delay = 10 + random.days(70 * Math.exp(0.4 * pressure), 400);
                boolean lost = random.chance(GAP_OF_DELIVERY);
                if (!lost && firm.discloses(terms.source())) {
                    month(t, unpaid ? (wholly ? 0 : part) : 1, lag, delay);
                }
            }
        }

        private void month(int t, double paidPart, int lag, int delay) {
            int persons = Math.max(1, (int) Math.round(firm.activity().heads(t) * terms.coverage()));
            double base = persons * firm.activity().wage(t) * 0.85;
            LocalDate published = firm.calendar().lastDay(t).plusDays(lag);
            boolean deferred = details.chance(DEFERRED) && paidPart < 1;
            boolean corrected = details.chance(CORRECTED) && paidPart == 1;
            LocalDate again = published.plusDays(details.between(25, 150));
            int counted = Math.max(1, persons + details.between(-2, 3));
            log.add(contribution(t, published, persons, base, paidPart, deferred));
            if (paidPart < 1) {
                LocalDate paidLate = published.plusDays(delay);
                log.restate(contribution(t, paidLate.plusDays(2), persons, base, 1, deferred), paidLate);
            }
            if (corrected) {
                log.restate(contribution(t, again, counted, base / persons * counted, 1, false), again);
            }
        }

        private ContributionMonth contribution(
                int t, LocalDate published, int persons, double base, double paidPart, boolean deferred) {
            Money payable = Money.ofYuan(base * terms.rate());
            return new ContributionMonth(
                    log.header(firm.calendar().lastDay(t), published, terms.source()),
                    terms.scheme(),
                    firm.calendar().month(t),
                    persons,
                    Money.ofYuan(base),
                    payable,
                    Money.ofYuan(payable.yuan() * paidPart),
                    Optional.of(deferred));
        }
    }
}
