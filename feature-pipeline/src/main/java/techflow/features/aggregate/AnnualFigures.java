package techflow.features.aggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;

/**
 * The annual reports of a stretch of calendar years, latest year first. A figure that a firm did not disclose is absent
 * and never zero.
 */
public final class AnnualFigures {
    private static final int LONGEST_KEPT = 10;

    /** The figures of the last 1, 2, … years, each put together once for a snapshot. */
    private static final List<Derived<AnnualFigures>> OF_LAST = IntStream.rangeClosed(1, LONGEST_KEPT)
            .mapToObj(years -> Derived.of(snapshot -> read(years, snapshot)))
            .toList();

    private final List<AnnualReport> latestFirst;
    private final MissingReason whenNone;

    private AnnualFigures(List<AnnualReport> latestFirst, MissingReason whenNone) {
        this.latestFirst = latestFirst;
        this.whenNone = whenNone;
    }

    /** The reports of the {@code years} calendar years before the as-of year; the as-of year itself is not over. */
    public static AnnualFigures ofLast(int years, Snapshot snapshot) {
        return years >= 1 && years <= LONGEST_KEPT ? snapshot.derived(OF_LAST.get(years - 1)) : read(years, snapshot);
    }

    private static AnnualFigures read(int years, Snapshot snapshot) {
        int current = snapshot.asOf().date().getYear();
        List<AnnualReport> all = snapshot.signals(SignalKind.ANNUAL_REPORT, AnnualReport.class);
        List<AnnualReport> recent = new ArrayList<>(all);
        recent.removeIf(report -> report.year() >= current || report.year() < current - years);
        recent.sort(Comparator.comparingInt(AnnualReport::year).reversed());
        if (!recent.isEmpty()) {
            return new AnnualFigures(recent, MissingReason.NOT_DISCLOSED);
        }
        return new AnnualFigures(recent, all.isEmpty() ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY);
    }

    /** Why a figure is missing that no report of the stretch tells: no report, only older ones, or not disclosed. */
    public FeatureValue missing() {
        return FeatureValue.missing(whenNone);
    }

    /** The figure of at most {@code limit} of the latest years that disclose it, latest first. */
    public double[] disclosed(int limit, Function<AnnualReport, OptionalDouble> figure) {
        double[] told = new double[Math.min(limit, latestFirst.size())];
        int count = 0;
        for (AnnualReport report : latestFirst) {
            OptionalDouble value = figure.apply(report);
            if (value.isPresent() && count < told.length) {
                told[count++] = value.getAsDouble();
            }
        }
        return Arrays.copyOf(told, count);
    }

    /** The latest reports, at most {@code limit}, that disclose both figures. */
    public List<AnnualReport> disclosingBoth(
            int limit, Function<AnnualReport, OptionalDouble> one, Function<AnnualReport, OptionalDouble> other) {
        List<AnnualReport> telling = new ArrayList<>(limit);
        for (AnnualReport report : latestFirst) {
            if (telling.size() < limit
                    && one.apply(report).isPresent()
                    && other.apply(report).isPresent()) {
                telling.add(report);
            }
        }
        return telling;
    }

    /** Growth of a figure from the year before to the latest year that discloses it; the two must be consecutive. */
    public FeatureValue growth(Function<AnnualReport, OptionalDouble> figure) {
        List<AnnualReport> telling = disclosingBoth(2, figure, figure);
        if (telling.isEmpty()) {
            return missing();
        }
        if (telling.size() < 2 || telling.get(0).year() != telling.get(1).year() + 1) {
            return FeatureValue.missing(MissingReason.NOT_ENOUGH_HISTORY);
        }
        return Ratio.growth(
                figure.apply(telling.get(1)).orElseThrow(),
                figure.apply(telling.get(0)).orElseThrow());
    }
}
