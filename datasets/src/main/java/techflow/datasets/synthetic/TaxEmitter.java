package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.TaxRating;

/** Monthly returns 15 to 45 days after the month, and the yearly credit level in April. */
final class TaxEmitter implements Emitter {
    private static final double NO_RETURN = -4.6;
    private static final double FILED_LATE = -3.4;
    private static final double NOTHING_DECLARED = -6.4;
    private static final double ARREARS_BEGIN = -4.3;
    private static final double ARREARS_END = 0.2;
    private static final double CORRECTED = 0.015;
    private static final double GAP_OF_DELIVERY = 0.012;
    private static final double LEVEL_NOISE = 5;

    @Override
    public void emit(Firm firm, SignalLog log) {
        new Life(firm, log).run();
    }

    /** One firm's tax life; arrears last from month to month. */
    private static final class Life {
        private final Firm firm;
        private final SignalLog log;
        private final RandomStream random;
        private final Strain strain;
        private final double burden;
        private double owed;
        private int monthsOwing;
        private double points;

        Life(Firm firm, SignalLog log) {
            this.firm = firm;
            this.log = log;
            this.random = firm.random(Purpose.TAX);
            this.strain = new Strain(firm.latent(), firm.traits().habits().tax(), 0.4, random);
            this.burden = 0.034 * random.noise(0.35);
            this.points = 92 + 3 * random.normal();
        }

        void run() {
            for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
                month(t);
                YearMonth month = firm.calendar().month(t);
                if (month.getMonthValue() == 12) {
                    rate(t, month.getYear());
                    points = 92 + 3 * random.normal();
                }
            }
        }

        private void month(int t) {
            double pressure = strain.next(t);
            boolean late = random.chanceOfLogit(FILED_LATE + 1.1 * pressure);
            boolean missing = random.chanceOfLogit(NO_RETURN + 0.5 * pressure) || random.chance(GAP_OF_DELIVERY);
            double told = random.uniform(0.88, 1.0);
            boolean nothing = random.chanceOfLogit(NOTHING_DECLARED + 1.1 * pressure);
            double declared = nothing ? 0 : firm.activity().sales(t) * told;
            double payable = declared * burden * random.noise(0.20);
            double paid = pay(payable, pressure);
            points -= (late ? 4 : 0) + (owed > 0 ? 5 : 0) + (missing ? 2 : 0);
            LocalDate published = firm.calendar().lastDay(t).plusDays(15 + random.days(8, 30) + (late ? 12 : 0));
            boolean corrected = random.chance(CORRECTED);
            double factor = random.noise(0.15);
            int delay = random.between(30, 120);
            if (t < firm.historyFrom() || missing || !firm.discloses(Source.TAX)) {
                return;
            }
            log.add(tax(t, published, declared, payable, paid, late));
            if (corrected) {
                LocalDate again = published.plusDays(delay);
                log.restate(tax(t, again, declared * factor, payable * factor, paid * factor, late), again);
            }
        }

        /** Pays the month's tax or part of it, and perhaps what is owed from before. */
        private double pay(double payable, double pressure) {
            boolean begins = random.chanceOfLogit(ARREARS_BEGIN + 1.4 * pressure);
            boolean ends = random.chanceOfLogit(ARREARS_END - 0.7 * pressure);
            double part = random.uniform(0, 0.8);
            if (owed > 0 && ends) {
                owed = 0;
                monthsOwing = 0;
            } else if (owed > 0 || begins) {
                owed += payable * (1 - part);
                monthsOwing++;
                return payable * part;
            }
            return payable;
        }

        private MonthlyTax tax(int t, LocalDate published, double declared, double payable, double paid, boolean late) {
            return new MonthlyTax(
                    log.header(firm.calendar().lastDay(t), published, Source.TAX),
                    firm.calendar().month(t),
                    Money.ofYuan(declared),
                    Money.ofYuan(payable),
                    Money.ofYuan(Math.min(paid, payable)),
                    Money.ofYuan(owed),
                    late);
        }

        private void rate(int t, int year) {
            double shown = points + LEVEL_NOISE * random.normal();
            int day = random.between(18, 30);
            boolean rated = t - firm.traits().entryMonth() >= 1;
            if (rated && firm.discloses(Source.TAX_RATINGS)) {
                LocalDate published = LocalDate.of(year + 1, 4, day);
                log.restate(
                        new TaxRating(
                                log.header(LocalDate.of(year, 12, 31), published, Source.TAX_RATINGS),
                                year,
                                level(shown, t)),
                        published);
            }
        }

        private TaxRating.Level level(double shown, int t) {
            if (firm.traits().ageMonths(t) < 12 && shown >= 70) {
                return TaxRating.Level.M;
            }
            if (shown >= 90) {
                return TaxRating.Level.A;
            }
            if (shown >= 70) {
                return TaxRating.Level.B;
            }
            return shown >= 40 && monthsOwing < 9 ? TaxRating.Level.C : TaxRating.Level.D;
        }
    }
}
