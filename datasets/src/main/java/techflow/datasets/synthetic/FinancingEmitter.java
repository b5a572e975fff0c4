package techflow.datasets.synthetic;

import static techflow.datasets.synthetic.LatentModel.QUALITY;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.EquityFinancing;
import techflow.features.signal.EquityFinancing.InvestorType;
import techflow.features.signal.EquityFinancing.Round;
import techflow.features.signal.Money;

/** Rounds of equity financing: strong technology and good business attract investors, a round at a time. */
final class FinancingEmitter implements Emitter {
    private static final double A_MONTH = -5.6;
    private static final int MONTHS_BETWEEN = 9;
    private static final double PUBLISHED = 0.75;
    private static final Round[] ROUNDS = {
        Round.SEED, Round.ANGEL, Round.PRE_A, Round.A, Round.B, Round.C, Round.LATER, Round.STRATEGIC
    };

    @Override
    public void emit(Firm firm, SignalLog log) {
        RandomStream random = firm.random(Purpose.FINANCING);
        int round = random.between(0, 3);
        int last = Integer.MIN_VALUE / 2;
        for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
            double appeal =
                    0.55 * firm.latent().technology(t) + 0.35 * firm.latent().of(QUALITY, t);
            if (random.chanceOfLogit(A_MONTH + appeal) && t - last >= MONTHS_BETWEEN && round < ROUNDS.length) {
                close(firm, log, random, t, ROUNDS[round]);
                round++;
                last = t;
            }
        }
    }

    private static void close(Firm firm, SignalLog log, RandomStream random, int t, Round round) {
        LocalDate day = firm.calendar().firstDay(t).plusDays(random.between(0, 27));
        double value = firm.activity().level(t) * 12 * random.uniform(1.5, 5);
        double raised = value * random.uniform(0.06, 0.22);
        boolean amountTold = random.chance(PUBLISHED);
        boolean valueTold = random.chance(0.4);
        InvestorType lead = InvestorType.values()[random.between(0, InvestorType.values().length - 1)];
        int lag = random.between(5, 90);
        if (firm.discloses(Source.FINANCING)) {
            log.add(new EquityFinancing(
                    log.header(day, day.plusDays(lag), Source.FINANCING),
                    String.format(
                            Locale.ROOT,
                            "RZ%d-%06d",
                            day.getYear() * 100 + day.getMonthValue(),
                            firm.seed().index() + 1),
                    round,
                    amountTold ? Optional.of(Money.ofYuan(raised)) : Optional.empty(),
                    valueTold ? Optional.of(Money.ofYuan(value)) : Optional.empty(),
                    lead));
        }
    }
}
