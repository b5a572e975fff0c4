package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.InnovationAssessment;
import techflow.features.signal.InnovationAssessment.Frame;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.InnovationIndicators;

/** A year's indicators of the innovation points system, published by the zone in August to October of the next year. */
final class InnovationEmitter implements Emitter {
    private static final double NOT_REPORTED = 0.08;
    private static final double TOTAL_PUBLISHED = 0.6;

    @Override
    public void emit(Firm firm, SignalLog log) {
        if (!firm.discloses(Source.INNOVATION_POINTS)) {
            return;
        }
        RandomStream random = firm.random(Purpose.INNOVATION);
        int last = -1;
        for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
            if (firm.calendar().month(t).getMonthValue() == 12) {
                year(firm, log, random, t, last);
                last = t;
            }
        }
    }

    private static void year(Firm firm, SignalLog log, RandomStream random, int december, int before) {
        AnnualFigures figures = AnnualFigures.of(firm, december, random);
        double technology = firm.latent().technology(december);
        Map<InnovationIndicator, Double> values = new EnumMap<>(InnovationIndicator.class);
        values.putAll(technical(figures, technology, random));
        values.putAll(business(figures, random));
        values.putAll(auxiliary(figures, technology, random));
        if (before >= 0) {
            double growth = firm.activity().level(december) / firm.activity().level(before) - 1;
            values.put(InnovationIndicator.REVENUE_GROWTH, rounded(growth * random.noise(0.1)));
            values.put(InnovationIndicator.RD_EXPENSE_GROWTH, rounded((1 + growth) * random.noise(0.25) - 1));
        }
        for (InnovationIndicator indicator : InnovationIndicator.values()) {
            if (random.chance(NOT_REPORTED)) {
                values.remove(indicator);
            }
        }
        double total = Math.clamp(52 + 9 * technology + random.normal(0, 8), 5, 100);
        OptionalDouble official =
                random.chance(TOTAL_PUBLISHED) ? OptionalDouble.of(rounded(total)) : OptionalDouble.empty();
        LocalDate published = LocalDate.of(figures.year() + 1, 8, 1).plusDays(random.between(0, 85));
        log.restate(
                new InnovationIndicators(
                        log.header(LocalDate.of(figures.year(), 12, 31), published, Source.INNOVATION_POINTS),
                        figures.year(),
                        values,
                        official),
                published);
        if (official.isPresent()) {
            log.restate(assessment(log, figures.year(), published, official.getAsDouble(), technology), published);
        }
    }

    /** The zone's own frame until 2023, then the national ones, of which that of 2025 has blocks and bonus points. */
    private static InnovationAssessment assessment(
            SignalLog log, int year, LocalDate published, double base, double technology) {
        boolean blocks = year >= 2025;
        double bonus = Math.clamp(rounded(8 + 5 * technology), 0, 30);
        Frame frame = blocks ? Frame.NATIONAL_2025 : year == 2024 ? Frame.GUIDELINE_2024 : Frame.LOCAL;
        return new InnovationAssessment(
                log.header(LocalDate.of(year, 12, 31), published, Source.INNOVATION_POINTS),
                year,
                frame,
                "合成高新区",
                OptionalDouble.of(rounded(blocks ? base + bonus : base)),
                blocks ? 130 : 100,
                blocks ? OptionalDouble.of(rounded(0.36 * base)) : OptionalDouble.empty(),
                blocks ? OptionalDouble.of(rounded(0.34 * base)) : OptionalDouble.empty(),
                blocks ? OptionalDouble.of(rounded(0.30 * base)) : OptionalDouble.empty(),
                blocks ? OptionalDouble.of(bonus) : OptionalDouble.empty());
    }

    private static Map<InnovationIndicator, Double> technical(
            AnnualFigures figures, double technology, RandomStream random) {
        return Map.of(
                InnovationIndicator.RD_EXPENSE,
                yuan(figures.research()),
                InnovationIndicator.RD_TO_REVENUE,
                rounded(figures.research() / figures.revenue()),
                InnovationIndicator.RD_STAFF_SHARE,
                rounded(figures.researchStaffShare()),
                InnovationIndicator.INVENTION_APPLICATIONS,
                (double) random.poisson(Math.exp(-0.7 + 0.7 * technology)),
                InnovationIndicator.PCT_APPLICATIONS,
                (double) random.poisson(Math.exp(-3.2 + 0.9 * technology)),
                InnovationIndicator.TECHNOLOGY_CONTRACTS,
                random.chance(0.35) ? yuan(figures.research() * random.uniform(0.05, 0.8)) : 0.0);
    }

    private static Map<InnovationIndicator, Double> business(AnnualFigures figures, RandomStream random) {
        return Map.of(
                InnovationIndicator.HIGH_TECH_REVENUE, yuan(figures.revenue() * figures.highTechShare()),
                InnovationIndicator.REVENUE, yuan(figures.revenue()),
                InnovationIndicator.POSTGRADUATE_SHARE,
                        rounded(figures.researchStaffShare() * random.uniform(0.1, 0.7)),
                InnovationIndicator.RD_TAX_RELIEF, yuan(figures.research() * 0.15 * random.uniform(0.4, 1)),
                InnovationIndicator.RETURN_ON_NET_ASSETS, rounded(figures.profit() / figures.netAssets()));
    }

    private static Map<InnovationIndicator, Double> auxiliary(
            AnnualFigures figures, double technology, RandomStream random) {
        double venture = random.chanceOfLogit(-3.2 + 0.6 * technology) ? random.between(10, 200) * 100_000.0 : 0;
        return Map.of(
                InnovationIndicator.GRADUATES_HIRED, (double) random.poisson(figures.staff() * 0.03),
                InnovationIndicator.RD_PLATFORMS, (double) random.poisson(Math.exp(-2.6 + 0.7 * technology)),
                InnovationIndicator.AWARDS, (double) random.poisson(Math.exp(-3.4 + 0.8 * technology)),
                InnovationIndicator.PROGRAMMES, (double) random.poisson(Math.exp(-2.4 + 0.7 * technology)),
                InnovationIndicator.VENTURE_CAPITAL, venture);
    }

    private static double yuan(double value) {
        return Math.round(value);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
