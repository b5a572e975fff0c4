package techflow.api.answer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.api.answer.ScoreAnswer.Reason;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/** The sources that a score should not do without, and how old their latest observation may be. */
public final class SourceFreshness {
    /** No source is essential. */
    public static final SourceFreshness NONE = new SourceFreshness(Map.of());

    private final Map<SignalKind, Duration> allowed;

    /** @param allowed by kind, from the day that the latest observation is about to the as-of day; whole days */
    public SourceFreshness(Map<SignalKind, Duration> allowed) {
        this.allowed = allowed.isEmpty() ? Map.of() : new EnumMap<>(allowed);
    }

    /** What is absent or too old, in the order of the kinds; empty when all is well. */
    List<Reason> shortcomings(Snapshot snapshot) {
        List<Reason> found = new ArrayList<>();
        allowed.forEach((kind, age) -> {
            Optional<LocalDate> latest = snapshot.signals(kind, kind.type()).stream()
                    .map(Signal::occurredAt)
                    .max(Comparator.naturalOrder());
            latest.ifPresentOrElse(
                    day -> stale(kind, day, age.toDays(), snapshot).ifPresent(found::add),
                    () -> found.add(absent(kind)));
        });
        return found;
    }

    private static Optional<Reason> stale(SignalKind kind, LocalDate latest, long allowedDays, Snapshot snapshot) {
        long days = ChronoUnit.DAYS.between(latest, snapshot.asOf().date());
        return days <= allowedDays
                ? Optional.empty()
                : Optional.of(new Reason(
                        kind + "_STALE",
                        new Text(
                                "%s最新至%s，距评分日%d天，超过允许的%d天".formatted(kind.chineseName(), latest, days, allowedDays),
                                "%s: the latest is of %s, %d days before the as-of day; %d are allowed"
                                        .formatted(Text.name(kind).en(), latest, days, allowedDays))));
    }

    private static Reason absent(SignalKind kind) {
        return new Reason(
                kind + "_ABSENT",
                new Text("没有" + kind.chineseName() + "数据", Text.name(kind).en() + ": there is none"));
    }
}
