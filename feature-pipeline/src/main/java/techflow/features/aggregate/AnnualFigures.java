package techflow.features.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/**
 * The annual reports of a stretch of calendar years, latest year first. A figure that a firm did not disclose is absent
 * and never zero.
 */
public final class AnnualFigures {
    private final List<AnnualReport> latestFirst;
    private final MissingReason whenNone;

    private AnnualFigures(List<AnnualReport> latestFirst, MissingReason whenNone) {
        this.latestFirst = latestFirst;
        this.whenNone = whenNone;
    }

    /** The reports of the {@code years} calendar years before the as-of year; the as-of year itself is not over. */
    public static AnnualFigures ofLast(int years, Snapshot snapshot) {
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
        return latestFirst.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .limit(limit)
                .toArray();
    }

    /** The latest reports, at most {@code limit}, that disclose both figures. */
    public List<AnnualReport> disclosingBoth(
            int limit, Function<AnnualReport, OptionalDouble> one, Function<AnnualReport, OptionalDouble> other) {
        return latestFirst.stream()
                .filter(report ->
                        one.apply(report).isPresent() && other.apply(report).isPresent())
                .limit(limit)
                .toList();
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
