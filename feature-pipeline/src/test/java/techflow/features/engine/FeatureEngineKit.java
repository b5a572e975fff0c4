package techflow.features.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TaxRating;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.SignalStore;
import techflow.features.store.Spine;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.testing.MemorySignalStore;
import techflow.testing.SignalSamples;

/** What every {@link FeatureEngine} does, shown against the obvious loop; each adapter's test extends it. */
public abstract class FeatureEngineKit {
    private static final long SEED = 7;
    private static final int FIRMS = 80;
    private static final FeatureCatalog CATALOG = catalog();

    protected abstract FeatureEngine engine();

    @Test
    void vectors_equal_those_of_the_obvious_loop_to_the_last_bit_and_come_in_order() {
        Map<EnterpriseId, List<Signal>> histories = population(SEED);
        Spine spine = spine(histories.keySet().stream().toList());

        List<FeatureVector> expected = obviously(histories, spine);

        assertThat(computed(histories, spine)).as("seed " + SEED).isEqualTo(expected);
        assertThat(expected)
                .extracting(v -> v.value(new FeatureName("tax_paid")))
                .hasSizeGreaterThan(FIRMS);
        assertThat(expected.stream()
                        .map(v -> v.number(new FeatureName("tax_paid")))
                        .distinct())
                .hasSizeGreaterThan(FIRMS);
    }

    @Test
    void the_order_of_signals_never_matters() {
        Map<EnterpriseId, List<Signal>> histories = population(SEED);
        Map<EnterpriseId, List<Signal>> shuffled = new TreeMap<>();
        histories.forEach((firm, signals) -> {
            List<Signal> copy = new ArrayList<>(signals);
            Collections.shuffle(copy, new Random(SEED));
            shuffled.put(firm, copy);
        });
        Spine spine = spine(histories.keySet().stream().toList());

        assertThat(computed(shuffled, spine)).as("seed " + SEED).isEqualTo(computed(histories, spine));
    }

    @Test
    void signals_known_at_or_after_the_as_of_change_nothing() {
        AsOf asOf = AsOf.startOf(LocalDate.of(2023, 1, 1));
        Map<EnterpriseId, List<Signal>> histories = population(SEED);
        Map<EnterpriseId, List<Signal>> past = new TreeMap<>();
        histories.forEach((firm, signals) -> past.put(
                firm,
                signals.stream()
                        .filter(signal -> signal.knownAt().isBefore(asOf.instant()))
                        .toList()));
        Spine spine = Spine.of(histories.keySet().stream()
                .map(firm -> new Spine.Point(firm, asOf))
                .toList());

        assertThat(count(past)).isBetween(1L, count(histories) - 1);
        assertThat(computed(histories, spine)).as("seed " + SEED).isEqualTo(computed(past, spine));
    }

    @Test
    void firms_without_signals_get_missing_values_wherever_they_stand() {
        Map<EnterpriseId, List<Signal>> histories = population(SEED);
        EnterpriseId first = SignalSamples.firm(0);
        EnterpriseId between = SignalSamples.firm(15);
        EnterpriseId last = SignalSamples.firm(99_999_999);
        Spine spine = spine(List.of(last, between, first, SignalSamples.firm(10)));

        List<FeatureVector> vectors = computed(histories, spine);

        assertThat(vectors).isEqualTo(obviously(histories, spine));
        assertThat(vectors)
                .filteredOn(vector -> List.of(first, between, last).contains(vector.enterprise()))
                .hasSize(9)
                .allSatisfy(vector ->
                        assertThat(vector.values()).containsOnly(FeatureValue.missing(MissingReason.NO_DATA)));
    }

    @Test
    void firms_that_are_not_on_the_spine_are_skipped() {
        Map<EnterpriseId, List<Signal>> histories = population(SEED);
        Spine spine = spine(List.of(SignalSamples.firm(20)));

        assertThat(computed(histories, spine)).hasSize(3).isEqualTo(obviously(histories, spine));
        assertThat(computed(histories, Spine.of(List.of()))).isEmpty();
    }

    @Test
    void everyone_is_every_firm_of_the_store() {
        Map<EnterpriseId, List<Signal>> histories = population(SEED);
        AsOf asOf = AsOf.startOf(LocalDate.of(2023, 7, 1));
        Spine named = Spine.of(histories.keySet().stream()
                .map(firm -> new Spine.Point(firm, asOf))
                .toList());

        assertThat(computed(histories, Spine.everyone(asOf))).isEqualTo(computed(histories, named));
    }

    @Test
    void a_failing_store_ends_the_computation_with_its_own_fault() {
        SignalStore failing = new MemorySignalStore(population(SEED)) {
            @Override
            public Stream<History> histories() {
                return super.histories().peek(history -> {
                    if (history.enterprise().equals(SignalSamples.firm(300))) {
                        throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "gone", null);
                    }
                });
            }
        };
        Spine spine = spine(population(SEED).keySet().stream().toList());

        PlatformFault fault = catchThrowableOfType(
                PlatformFault.class, () -> engine().compute(failing, CATALOG, spine, vector -> {}));

        assertThat(fault).hasMessage("gone");
    }

    protected List<FeatureVector> computed(SignalStore store, Spine spine) {
        List<FeatureVector> vectors = new ArrayList<>();
        engine().compute(store, CATALOG, spine, vectors::add);
        return vectors;
    }

    private List<FeatureVector> computed(Map<EnterpriseId, List<Signal>> histories, Spine spine) {
        return computed(new MemorySignalStore(histories), spine);
    }

    private static List<FeatureVector> obviously(Map<EnterpriseId, List<Signal>> histories, Spine spine) {
        List<FeatureVector> vectors = new ArrayList<>();
        for (EnterpriseId firm : spine.enterprises()) {
            for (AsOf asOf : spine.times(firm)) {
                vectors.add(CATALOG.compute(Snapshot.cut(firm, asOf, histories.getOrDefault(firm, List.of()))));
            }
        }
        return vectors;
    }

    protected static Map<EnterpriseId, List<Signal>> population(long seed) {
        SignalSamples samples = new SignalSamples(seed);
        Map<EnterpriseId, List<Signal>> histories = new TreeMap<>();
        for (int i = 1; i <= FIRMS; i++) {
            EnterpriseId firm = SignalSamples.firm(i * 10);
            histories.put(firm, samples.history(firm, 40 + i));
        }
        return histories;
    }

    /** Three instants for each firm. */
    protected static Spine spine(List<EnterpriseId> firms) {
        return Spine.of(firms.stream()
                .flatMap(firm -> Stream.of(2021, 2023, 2026)
                        .map(year -> new Spine.Point(firm, AsOf.startOf(LocalDate.of(year, 7, 1)))))
                .toList());
    }

    private static long count(Map<EnterpriseId, List<Signal>> histories) {
        return histories.values().stream().mapToLong(List::size).sum();
    }

    private static FeatureCatalog catalog() {
        return new FeatureCatalog(
                "kit-1",
                List.of(
                        described("tax_paid", SignalKind.MONTHLY_TAX)
                                .in(Unit.YUAN, Range.NOT_NEGATIVE)
                                .is(FeatureEngineKit::taxPaid),
                        described("tax_level", SignalKind.TAX_RATING)
                                .oneOf("A", "B", "M", "C", "D")
                                .is(FeatureEngineKit::taxLevel),
                        described("kinds_known", SignalKind.PATENT)
                                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                                .is(snapshot -> snapshot.isEmpty()
                                        ? FeatureValue.missing(MissingReason.NO_DATA)
                                        : FeatureValue.of(snapshot.kinds().size()))));
    }

    private static FeatureDefinition.Builder described(String name, SignalKind reads) {
        return FeatureDefinition.feature(name, "测试", FeatureFamily.TAX)
                .describedAs("a feature of the kit")
                .noDirection("none is needed to compare engines")
                .missingMeans("nothing is known")
                .source("our own")
                .reads(reads);
    }

    /** A sum of doubles, whose last bits depend on the order of the signals. */
    private static FeatureValue taxPaid(Snapshot snapshot) {
        List<MonthlyTax> months = snapshot.signals(SignalKind.MONTHLY_TAX, MonthlyTax.class);
        return months.isEmpty()
                ? FeatureValue.missing(MissingReason.NO_DATA)
                : FeatureValue.of(months.stream()
                        .mapToDouble(month -> Math.sqrt(month.paid().yuan()))
                        .reduce(0, Double::sum));
    }

    private static FeatureValue taxLevel(Snapshot snapshot) {
        List<TaxRating> ratings = snapshot.signals(SignalKind.TAX_RATING, TaxRating.class);
        return ratings.isEmpty()
                ? FeatureValue.missing(MissingReason.NO_DATA)
                : new FeatureValue.Category(ratings.getLast().level().name());
    }
}
