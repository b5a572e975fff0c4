package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Optional;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Money;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyInvoices.Direction;

/** Invoices issued and received, summed by month, 3 to 12 days after it. A month without any has no row. */
final class InvoiceEmitter implements Emitter {
    private static final double NOTHING_SOLD = -5.4;
    private static final double NOTHING_BOUGHT = -4.4;
    private static final double GAP_OF_DELIVERY = 0.01;
    private static final double LATE_DELIVERY = 0.015;
    private static final double CORRECTED = 0.015;
    private static final double FRIENDS_ON_BOTH_SIDES = 0.3;
    private static final double VAT_GOODS = 0.13;
    private static final double VAT_SERVICES = 0.06;

    @Override
    public void emit(Firm firm, SignalLog log) {
        if (firm.discloses(Source.INVOICES)) {
            new Life(firm, log).run();
        }
    }

    /**
     * The partners on one side.
     *
     * @param usual how many in a month of average business
     * @param topShare usual share of the largest
     * @param ticket usual invoice, yuan
     */
    private record Partners(double usual, double topShare, double ticket) {
        static Partners draw(double monthly, double topShare, RandomStream random) {
            double ticket = Math.clamp(900 * Math.pow(monthly, 0.3) * random.noise(0.6), 1_500, 400_000);
            double usual = Math.clamp(monthly / ticket / 3 * random.noise(0.4), 2, 150);
            return new Partners(usual, topShare, ticket);
        }
    }

    /** A month but for its amount; the last three are shares of it. */
    private record Counted(
            int count, int voids, int reds, double redAmount, int parties, double top, double five, double circle) {}

    /** One firm's trade. */
    private static final class Life {
        private final Firm firm;
        private final SignalLog log;
        private final RandomStream random;
        private final Strain strain;
        private final Partners buyers;
        private final Partners sellers;
        private final double purchaseRatio;
        private final RandomStream details;
        private final double usualCircle;

        Life(Firm firm, SignalLog log) {
            this.firm = firm;
            this.log = log;
            this.random = firm.random(Purpose.INVOICES);
            this.strain = new Strain(firm.latent(), firm.traits().habits().filings(), 0.4, random);
            double monthly = firm.activity().level(firm.traits().firstMonth());
            double concentration = RandomStream.logistic(random.normal(-0.7, 0.7));
            this.buyers = Partners.draw(monthly, concentration, random);
            this.sellers = Partners.draw(monthly, RandomStream.logistic(random.normal(-1, 0.6)), random);
            this.purchaseRatio = Math.clamp(firm.traits().industry().purchaseRatio() * random.noise(0.2), 0.1, 0.95);
            this.details = firm.random(Purpose.INVOICE_DETAILS);
            this.usualCircle = details.chance(FRIENDS_ON_BOTH_SIDES) ? details.uniform(0, 0.08) : 0;
        }

        void run() {
            for (int t = firm.historyFrom(); t < WorldCalendar.MONTHS; t++) {
                double pressure = strain.next(t);
                double honest = firm.activity().sales(t) * random.uniform(0.92, 1.02);
                double sold = honest * firm.gaming().inflation(t);
                double bought =
                        firm.activity().level(t) * purchaseRatio * random.noise(0.35) * Math.exp(-0.06 * pressure)
                                + (sold - honest);
                month(
                        t,
                        Direction.ISSUED,
                        buyers,
                        random.chanceOfLogit(NOTHING_SOLD + 1.0 * pressure) ? 0 : sold,
                        pressure);
                month(
                        t,
                        Direction.RECEIVED,
                        sellers,
                        random.chanceOfLogit(NOTHING_BOUGHT + 0.8 * pressure) ? 0 : bought,
                        pressure);
            }
        }

        private void month(int t, Direction direction, Partners partners, double amount, double pressure) {
            int count = 1 + random.poisson(amount / partners.ticket());
            int voids = random.poisson(count * 0.025 * Math.exp(0.30 * pressure));
            int reds = random.poisson(count * 0.012 * Math.exp(0.35 * pressure));
            double redAmount = reds == 0 ? 0 : Math.min(amount * 0.5, reds * partners.ticket() * random.noise(0.5));
            int parties = Math.min(count, 1 + random.poisson(partners.usual() * Math.exp(-0.10 * pressure)));
            double top = parties == 1
                    ? 1
                    : Math.clamp(
                            partners.topShare() * random.noise(0.25) * Math.exp(0.05 * pressure), 1.0 / parties, 0.98);
            double five = parties <= 5 ? 1 : Math.min(1, top + (1 - top) * random.uniform(0.35, 0.75));
            LocalDate published = firm.calendar().lastDay(t).plusDays(3 + random.days(3, 9));
            published = details.chance(LATE_DELIVERY) ? published.plusDays(details.between(60, 200)) : published;
            boolean corrected = details.chance(CORRECTED);
            double factor = details.uniform(0.7, 1);
            LocalDate again = published.plusDays(details.between(25, 150));
            double circle = Math.min(1, circle(t) * details.noise(0.15));
            if (amount > 0 && !random.chance(GAP_OF_DELIVERY)) {
                Counted counted = new Counted(count, voids, reds, redAmount, parties, top, five, circle);
                log.add(month(t, direction, published, amount, counted));
                if (corrected) {
                    log.restate(month(t, direction, again, amount * factor, counted), again);
                }
            }
        }

        /** Share of the month's amount with partners on both sides. */
        private double circle(int t) {
            double inflation = firm.gaming().inflation(t);
            return usualCircle + (inflation - 1) / inflation;
        }

        private MonthlyInvoices month(int t, Direction direction, LocalDate published, double amount, Counted counted) {
            double rate = firm.traits().industry().isManufacturing() ? VAT_GOODS : VAT_SERVICES;
            return new MonthlyInvoices(
                    log.header(firm.calendar().lastDay(t), published, Source.INVOICES),
                    firm.calendar().month(t),
                    direction,
                    counted.count(),
                    Money.ofYuan(amount),
                    Money.ofYuan(amount * rate),
                    counted.voids(),
                    counted.reds(),
                    Money.ofYuan(counted.redAmount()),
                    counted.parties(),
                    Money.ofYuan(amount * counted.top()),
                    Money.ofYuan(amount * counted.five()),
                    Optional.of(Money.ofYuan(amount * counted.circle())));
        }
    }
}
