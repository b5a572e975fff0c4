package techflow.datasets.synthetic;

import static techflow.datasets.synthetic.LatentModel.LEVERAGE;
import static techflow.datasets.synthetic.LatentModel.LIQUIDITY;

import java.time.LocalDate;
import java.util.Locale;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.BankFlow;
import techflow.features.signal.Money;

/** Flows of one or two accounts, two to six days after the month. Balances follow cash, returned payments the lack of it. */
final class BankFlowEmitter implements Emitter {
    private static final double SECOND_ACCOUNT = 0.12;
    private static final double OVERDRAWN = -5.5;
    private static final double RETURNED = -3.1;
    private static final double GAP_OF_DELIVERY = 0.01;

    @Override
    public void emit(Firm firm, SignalLog log) {
        if (!firm.discloses(Source.BANK_FLOWS)) {
            return;
        }
        RandomStream random = firm.random(Purpose.BANK_FLOWS);
        boolean second = random.chance(SECOND_ACCOUNT);
        double reserve = 0.55 * random.noise(0.5);
        double ticket = 30_000 * random.noise(0.5);
        new Life(firm, log, random, 1, second ? 0.75 : 1, reserve, ticket).run();
        if (second) {
            new Life(firm, log, random, 2, 0.25, reserve, ticket).run();
        }
    }

    /**
     * One account.
     *
     * @param share of the firm's flow
     * @param reserve usual balance over a month's business
     * @param ticket usual payment, yuan
     */
    private record Life(
            Firm firm, SignalLog log, RandomStream random, int number, double share, double reserve, double ticket) {
        void run() {
            Strain strain =
                    new Strain(firm.latent(), 0.5 * firm.traits().habits().utilities(), 0.4, random);
            for (int t = firm.historyFrom(); t < WorldCalendar.MONTHS; t++) {
                month(t, strain.next(t));
            }
        }

        private void month(int t, double pressure) {
            double level = firm.activity().level(t) * share;
            double inflow = firm.activity().sales(t) * share * 1.08 * random.noise(0.25);
            double balance = balance(level, t);
            double wages =
                    number == 1 ? firm.activity().heads(t) * firm.activity().wage(t) * 0.8 : 0;
            double payroll = pressure > 1.5 && random.chance(0.3) ? wages * random.uniform(0, 0.9) : wages;
            double loans = level * 0.06 * Math.exp(0.6 * firm.latent().of(LEVERAGE, t)) * random.noise(0.4);
            double outflow = Math.max(inflow * random.noise(0.18), payroll + loans + 1);
            int receipts = 1 + random.poisson(inflow / ticket);
            int payments = 2 + random.poisson(outflow / ticket * 1.4);
            int returned = random.poisson(Math.exp(RETURNED + 0.9 * pressure) * share);
            int payers = Math.min(receipts, 1 + random.poisson(Math.sqrt(inflow / ticket)));
            double mean = balance * random.noise(0.3) + inflow * 0.05;
            LocalDate published = firm.calendar().lastDay(t).plusDays(random.between(2, 6));
            if (random.chance(GAP_OF_DELIVERY)) {
                return;
            }
            log.add(new BankFlow(
                    log.header(firm.calendar().lastDay(t), published, Source.BANK_FLOWS),
                    String.format(Locale.ROOT, "ACC%06d-%d", firm.seed().index() + 1, number),
                    firm.calendar().month(t),
                    Money.ofYuan(inflow),
                    Money.ofYuan(outflow),
                    receipts,
                    payments,
                    payers,
                    Money.ofYuan(balance),
                    Money.ofYuan(mean),
                    returned,
                    Money.ofYuan(loans),
                    Money.ofYuan(payroll)));
        }

        /** Now and then a firm short of cash overdraws what the bank lets it. */
        private double balance(double level, int t) {
            double cash = level * reserve * Math.exp(0.5 * firm.latent().of(LIQUIDITY, t)) * random.noise(0.35);
            boolean overdrawn =
                    random.chanceOfLogit(OVERDRAWN + 0.9 * firm.latent().strain(t));
            double debt = level * random.uniform(0.02, 0.2);
            return overdrawn ? -debt : cash;
        }
    }
}
