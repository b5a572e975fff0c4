package techflow.datasets.synthetic;

import static techflow.datasets.synthetic.LatentModel.QUALITY;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Money;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.PaymentMethod;
import techflow.features.signal.UtilityBill.Utility;

/** Bills about ten days after the month; a payment after that arrives as a restatement, known two days later. */
final class UtilityEmitter implements Emitter {
    private static final double LATE = -3.3;
    private static final double SHUT = -6.2;
    private static final double GAP_OF_DELIVERY = 0.01;
    private static final double SECOND_METER = 0.09;
    private static final double IN_CASH = 0.12;
    private static final double HOURS = 720;
    private static final double USUAL_LOAD = 0.4;
    private static final int[] TRANSFORMERS = {
        50, 80, 100, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000
    };
    private static final int DAYS_TO_PAY = 15;

    @Override
    public void emit(Firm firm, SignalLog log) {
        RandomStream random = firm.random(Purpose.UTILITIES);
        boolean debit = random.chance(0.65);
        double needs = firm.traits().industry().kilowattHoursPerYuan() * random.noise(0.5);
        double floor = firm.traits().staff();
        boolean cash = firm.random(Purpose.UTILITY_DETAILS).chance(IN_CASH);
        PaymentMethod byHand = cash ? PaymentMethod.CASH : PaymentMethod.TRANSFER;
        List<Meter> meters = List.of(
                new Meter(Utility.ELECTRICITY, Source.ELECTRICITY, account("03", firm), needs, 0.78, debit),
                new Meter(Utility.WATER, Source.WATER, account("21", firm), needs * 0.012, 3.6, debit),
                new Meter(Utility.GAS, Source.GAS, account("32", firm), needs * 0.08, 3.5, false),
                new Meter(Utility.HEAT, Source.HEAT, account("43", firm), floor / 1e6 * 2.2, 95, false));
        for (Meter meter : meters) {
            new Life(firm, log, random, meter, meter.debit() ? PaymentMethod.DIRECT_DEBIT : byHand).run();
        }
    }

    private static String account(String prefix, Firm firm) {
        return String.format(Locale.ROOT, "%s%07d", prefix, firm.seed().index() + 1);
    }

    /**
     * One account.
     *
     * @param account all digits of the account number but the last
     * @param perYuan use per yuan of business
     * @param price yuan per unit
     * @param debit paid by direct debit before the bill is passed on
     */
    private record Meter(Utility utility, Source source, String account, double perYuan, double price, boolean debit) {}

    /** One account of one firm. */
    private record Life(Firm firm, SignalLog log, RandomStream random, Meter meter, PaymentMethod method) {
        void run() {
            Strain strain = new Strain(firm.latent(), firm.traits().habits().utilities(), 0.4, random);
            boolean second = meter.utility() == Utility.ELECTRICITY && random.chance(SECOND_METER);
            for (int t = firm.historyFrom(); t < WorldCalendar.MONTHS; t++) {
                double pressure = strain.next(t);
                double use = use(t, pressure);
                int issuedAfter = random.between(8, 12);
                int paidAfter = paidAfter(pressure);
                boolean lost = random.chance(GAP_OF_DELIVERY);
                if (!lost && use >= 0 && firm.discloses(meter.source())) {
                    bill(t, 1, second ? 0.7 * use : use, issuedAfter, paidAfter);
                    if (second) {
                        bill(t, 2, 0.3 * use, issuedAfter, paidAfter);
                    }
                }
            }
        }

        /** Use in the month, negative when there is no bill. */
        private double use(int t, double pressure) {
            int month = firm.calendar().month(t).getMonthValue();
            boolean winter = month >= 11 || month <= 3;
            double noise = random.noise(0.12 * Math.exp(0.15 * pressure));
            boolean shut = random.chanceOfLogit(SHUT - 1.4 * firm.latent().of(QUALITY, t));
            double season = meter.utility() == Utility.ELECTRICITY && month >= 6 && month <= 9 ? 1.15 : 1;
            double use = firm.activity().level(t)
                    * meter.perYuan()
                    * Math.sqrt(Activity.season(firm.calendar().month(t)))
                    * season
                    * noise;
            if (meter.utility() == Utility.HEAT && !winter) {
                return -1;
            }
            return Math.round((shut ? 0.015 : 1) * use * 10) / 10.0;
        }

        /** Days from issue to payment. */
        private int paidAfter(double pressure) {
            boolean late = random.chanceOfLogit(LATE + 1.2 * pressure);
            int inTime = meter.debit() ? 0 : random.between(1, DAYS_TO_PAY);
            int overdue = 1 + random.days(10 * Math.exp(0.55 * pressure), 300);
            return late ? DAYS_TO_PAY + overdue : inTime;
        }

        private void bill(int t, int number, double use, int issuedAfter, int paidAfter) {
            LocalDate issued = firm.calendar().lastDay(t).plusDays(issuedAfter);
            LocalDate paid = issued.plusDays(paidAfter);
            if (paidAfter == 0) {
                log.add(bill(t, number, use, issued, Optional.of(paid), issued.plusDays(1)));
                return;
            }
            log.add(bill(t, number, use, issued, Optional.empty(), issued.plusDays(1)));
            log.restate(bill(t, number, use, issued, Optional.of(paid), paid.plusDays(2)), paid);
        }

        private UtilityBill bill(
                int t, int number, double use, LocalDate issued, Optional<LocalDate> paid, LocalDate published) {
            return new UtilityBill(
                    log.header(firm.calendar().lastDay(t), published, meter.source()),
                    meter.utility(),
                    meter.account() + number,
                    firm.calendar().month(t),
                    use,
                    Money.ofYuan(use * meter.price()),
                    issued.plusDays(DAYS_TO_PAY),
                    paid,
                    meter.utility() == Utility.ELECTRICITY
                            ? OptionalDouble.of(contracted(number))
                            : OptionalDouble.empty(),
                    paid.map(day -> method));
        }

        /** The transformer that the business of the first month asked for. */
        private int contracted(int number) {
            double use = firm.activity().level(firm.historyFrom()) * meter.perYuan() * (number == 1 ? 1 : 0.3);
            for (int kva : TRANSFORMERS) {
                if (kva >= use / HOURS / USUAL_LOAD) {
                    return kva;
                }
            }
            return TRANSFORMERS[TRANSFORMERS.length - 1];
        }
    }
}
