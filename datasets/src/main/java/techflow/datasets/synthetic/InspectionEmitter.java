package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Money;
import techflow.features.signal.TaxInspection;
import techflow.features.signal.TaxInspection.Finding;
import techflow.features.signal.TaxInspection.Status;

/** Tax inspections: rare, likelier under strain, and above all where invoices circle. The end is a restatement. */
final class InspectionEmitter implements Emitter {
    private static final double A_MONTH = -6.1;
    private static final double CIRCLES = 2.2;

    @Override
    public void emit(Firm firm, SignalLog log) {
        RandomStream random = firm.random(Purpose.INSPECTIONS);
        int number = 0;
        for (int t = firm.historyFrom(); t < WorldCalendar.MONTHS; t++) {
            boolean circles = firm.gaming().circles(t);
            if (random.chanceOfLogit(A_MONTH + 0.5 * firm.latent().strain(t) + (circles ? CIRCLES : 0))) {
                number++;
                inspect(firm, log, random, t, number);
            }
        }
    }

    private static void inspect(Firm firm, SignalLog log, RandomStream random, int t, int number) {
        LocalDate opened = firm.calendar().firstDay(t).plusDays(random.between(0, 27));
        LocalDate closed = opened.plusDays(random.between(60, 420));
        Finding finding = finding(firm.gaming().circles(t), random);
        boolean clean = finding == Finding.NONE;
        double recovered = firm.activity().level(t) * random.uniform(0.02, 0.3);
        double fine = recovered * random.uniform(0, 1);
        int lag = random.between(10, 40);
        String no = String.format(Locale.ROOT, "合成税稽〔%d〕%d号", opened.getYear(), number);
        if (firm.discloses(Source.INSPECTIONS)) {
            log.add(new TaxInspection(
                    log.header(opened, opened.plusDays(lag), Source.INSPECTIONS),
                    no,
                    Status.OPEN,
                    Finding.PENDING,
                    Money.ZERO,
                    Money.ZERO));
            log.restate(
                    new TaxInspection(
                            log.header(opened, closed.plusDays(lag), Source.INSPECTIONS),
                            no,
                            Status.CLOSED,
                            finding,
                            clean ? Money.ZERO : Money.ofYuan(recovered),
                            clean ? Money.ZERO : Money.ofYuan(fine)),
                    closed);
        }
    }

    private static Finding finding(boolean circles, RandomStream random) {
        if (random.chance(circles ? 0.55 : 0.08)) {
            return Finding.EVASION;
        }
        return random.chance(0.45) ? Finding.IRREGULARITY : Finding.NONE;
    }
}
