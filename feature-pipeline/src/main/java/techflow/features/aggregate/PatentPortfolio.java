package techflow.features.aggregate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.Patent;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;

/**
 * The patents known of a firm, each with its life on the as-of day. Events of patents that are not known themselves are
 * left out: nothing is known of their type.
 *
 * @param patents in order of filing
 */
public record PatentPortfolio(List<PatentLife> patents) {
    private static final Derived<PatentPortfolio> OF_SNAPSHOT = Derived.of(PatentPortfolio::read);

    public PatentPortfolio {
        patents = List.copyOf(patents);
    }

    /** The portfolio of the snapshot, put together once. */
    public static PatentPortfolio of(Snapshot snapshot) {
        return snapshot.derived(OF_SNAPSHOT);
    }

    private static PatentPortfolio read(Snapshot snapshot) {
        List<Patent> known = snapshot.signals(SignalKind.PATENT, Patent.class);
        if (known.isEmpty()) {
            return new PatentPortfolio(List.of());
        }
        LocalDate today = snapshot.asOf().date();
        Map<String, PatentEvents> events = PatentEvents.byApplication(snapshot);
        List<PatentLife> lives = new ArrayList<>(known.size());
        for (Patent patent : known) {
            lives.add(PatentLife.on(today, patent, events.getOrDefault(patent.applicationNo(), PatentEvents.none())));
        }
        return new PatentPortfolio(lives);
    }

    /** The result on the portfolio; missing (NO_DATA) when no patent is known. */
    public static FeatureValue on(Snapshot snapshot, Function<PatentPortfolio, FeatureValue> result) {
        PatentPortfolio portfolio = of(snapshot);
        return portfolio.patents.isEmpty() ? FeatureValue.missing(MissingReason.NO_DATA) : result.apply(portfolio);
    }

    public int count(Predicate<PatentLife> test) {
        int count = 0;
        for (PatentLife patent : patents) {
            count += test.test(patent) ? 1 : 0;
        }
        return count;
    }

    public double sum(ToDoubleFunction<PatentLife> weight) {
        double sum = 0;
        for (PatentLife patent : patents) {
            sum += weight.applyAsDouble(patent);
        }
        return sum;
    }
}
