package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;

/** Counts a population firm by firm. Not safe for several threads. */
public final class PopulationTally {
    private static final int YEARS = (WorldCalendar.MONTHS - WorldCalendar.BURN_IN) / 12;

    private final EconomySettings settings;
    private final int[] monthsAtRisk = new int[YEARS];
    private final int[] defaultsByYear = new int[YEARS];
    private final Map<Source, int[]> coverage = new EnumMap<>(Source.class);
    private final Map<SignalKind, Long> rows = new EnumMap<>(SignalKind.class);
    private final RankedOutcomes outcomes = new RankedOutcomes();
    private int firms;
    private int defaults;

    public PopulationTally(EconomySettings settings) {
        this.settings = settings;
        for (Source source : Source.values()) {
            coverage.put(source, new int[Coverage.values().length]);
        }
        for (SignalKind kind : SignalKind.values()) {
            rows.put(kind, 0L);
        }
    }

    /** Draws a whole economy and counts it. */
    public static PopulationReport of(SyntheticEconomy economy) {
        PopulationTally tally = new PopulationTally(economy.settings());
        economy.generate(tally::add);
        return tally.report();
    }

    public void add(SyntheticFirm firm) {
        firms++;
        defaults += firm.defaultedOn().isPresent() ? 1 : 0;
        firm.defaultedOn().ifPresent(day -> defaultsByYear[year(YearMonth.from(day))]++);
        for (Signal signal : firm.signals()) {
            rows.merge(signal.kind(), 1L, Long::sum);
        }
        for (Source source : Source.values()) {
            count(source)[state(firm, source).ordinal()]++;
        }
        for (TruthPoint point : firm.truth()) {
            point(firm, point);
        }
    }

    /** Counts a month at whose end the firm lives: it is at risk in the next. */
    private void point(SyntheticFirm firm, TruthPoint point) {
        if (point.month().isBefore(settings.until())) {
            monthsAtRisk[year(point.month().plusMonths(1))]++;
        }
        YearMonth end = point.month().plusMonths(HazardOutlook.HORIZON);
        if (!end.isAfter(settings.until())) {
            LocalDate last = end.atEndOfMonth();
            boolean bad = firm.defaultedOn().filter(day -> !day.isAfter(last)).isPresent();
            outcomes.add(point.truePd(), bad);
        }
    }

    private int year(YearMonth month) {
        return YEARS - 1 - (int) (ChronoUnit.MONTHS.between(month, settings.until()) / 12);
    }

    public PopulationReport report() {
        return new PopulationReport(
                settings,
                firms,
                defaults,
                years(),
                shares(counts -> (double) counts[Coverage.WITHHELD.ordinal()] / connected(counts)),
                shares(counts -> (double) connected(counts) / firms),
                Map.copyOf(rows),
                outcomes.truth());
    }

    private List<PopulationReport.Year> years() {
        List<PopulationReport.Year> years = new ArrayList<>();
        for (int i = 0; i < YEARS; i++) {
            YearMonth last = settings.until().minusMonths(12L * (YEARS - 1 - i));
            years.add(new PopulationReport.Year(last, monthsAtRisk[i] / 12.0, defaultsByYear[i]));
        }
        return List.copyOf(years);
    }

    private Map<Source, Double> shares(ToDoubleFunction<int[]> share) {
        Map<Source, Double> shares = new EnumMap<>(Source.class);
        coverage.forEach((source, counts) -> shares.put(source, share.applyAsDouble(counts)));
        return Map.copyOf(shares);
    }

    private static int connected(int[] counts) {
        return counts[Coverage.DISCLOSED.ordinal()] + counts[Coverage.WITHHELD.ordinal()];
    }

    private int[] count(Source source) {
        return coverage.getOrDefault(source, new int[Coverage.values().length]);
    }

    private static Coverage state(SyntheticFirm firm, Source source) {
        return firm.coverage().getOrDefault(source, Coverage.NOT_CONNECTED);
    }
}
