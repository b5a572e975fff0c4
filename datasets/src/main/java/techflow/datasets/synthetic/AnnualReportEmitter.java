package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.Money;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.SignalHeader;

/**
 * The annual report, due by 30 June of the next year. A firm that files none is listed as abnormal in July and taken
 * off the list when it has filed.
 */
final class AnnualReportEmitter implements Emitter {
    private static final double NOT_FILED = -3.3;
    private static final double LISTED = 0.6;
    private static final double CORRECTED = 0.03;
    private static final double CELL_MISSING = 0.07;

    @Override
    public void emit(Firm firm, SignalLog log) {
        RandomStream random = firm.random(Purpose.ANNUAL);
        for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
            if (firm.calendar().month(t).getMonthValue() == 12) {
                year(firm, log, random, t);
            }
        }
    }

    private static void year(Firm firm, SignalLog log, RandomStream random, int december) {
        AnnualFigures figures = AnnualFigures.of(firm, december, random);
        LocalDate filed = LocalDate.of(figures.year() + 1, 3, 1)
                .plusDays(Math.min(121, (int) (122 * Math.sqrt(random.uniform()))));
        double strain = firm.latent().strain(december) + firm.traits().habits().filings();
        boolean onTime = !random.chanceOfLogit(NOT_FILED + 1.2 * strain);
        LocalDate cured = LocalDate.of(figures.year() + 1, 7, 20).plusDays(30 + random.days(120, 700));
        boolean listed = random.chance(LISTED);
        LocalDate published = onTime ? filed : cured;
        report(firm, log, random, figures, published);
        if (!onTime && listed && firm.discloses(Source.REGISTRY)) {
            listing(log, figures.year(), cured);
        }
    }

    private static void listing(SignalLog log, int year, LocalDate cured) {
        LocalDate listed = LocalDate.of(year + 1, 7, 8);
        log.add(new RegistryEvent(
                log.header(listed, listed.plusDays(3), Source.REGISTRY),
                String.format(Locale.ROOT, "YC%d-1", year + 1),
                RegistryEventType.ABNORMAL_LISTED));
        log.add(new RegistryEvent(
                log.header(cured, cured.plusDays(5), Source.REGISTRY),
                String.format(Locale.ROOT, "YC%d-2", year + 1),
                RegistryEventType.ABNORMAL_REMOVED));
    }

    private static void report(
            Firm firm, SignalLog log, RandomStream random, AnnualFigures figures, LocalDate published) {
        AnnualReport report = told(figures, header(log, figures.year(), published), random);
        boolean corrected = random.chance(CORRECTED);
        LocalDate again = published.plusDays(random.between(40, 160));
        AnnualReport second = told(figures, header(log, figures.year(), again), random);
        if (firm.discloses(Source.ANNUAL_REPORTS)) {
            log.restate(report, published);
            if (corrected) {
                log.restate(second, again);
            }
        }
    }

    private static SignalHeader header(SignalLog log, int year, LocalDate published) {
        return log.header(LocalDate.of(year, 12, 31), published, Source.ANNUAL_REPORTS);
    }

    private static AnnualReport told(AnnualFigures figures, SignalHeader header, RandomStream random) {
        double told = random.noise(0.06);
        return new AnnualReport(
                header,
                figures.year(),
                money(figures.revenue() * told, random),
                money(figures.research(), random),
                money(figures.revenue() * told * figures.highTechShare(), random),
                random.chance(0.3) ? money(figures.research() * random.uniform(0, 0.6), random) : Optional.empty(),
                money(figures.profit() * told, random),
                money(figures.netAssets(), random),
                money(figures.liabilities(), random),
                persons(figures.staff(), random),
                persons(figures.staff() * figures.researchStaffShare(), random),
                money(figures.revenue() * told * random.uniform(0.72, 1), random),
                money(Math.max(0, figures.revenue() * told - figures.profit()), random),
                money(figures.research() * (random.chance(0.85) ? 1 : random.uniform(0.5, 1)), random),
                money(figures.assets(), random),
                persons(figures.staff() * figures.researchStaffShare() * random.uniform(0.1, 0.7), random));
    }

    private static Optional<Money> money(double yuan, RandomStream random) {
        return random.chance(CELL_MISSING) ? Optional.empty() : Optional.of(Money.ofYuan(yuan));
    }

    private static OptionalInt persons(double number, RandomStream random) {
        return random.chance(CELL_MISSING) ? OptionalInt.empty() : OptionalInt.of((int) Math.round(number));
    }
}
